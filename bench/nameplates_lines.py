"""How pages print the name of their outlet: invented names and the lines of heads and feet that hold them, in four languages (see :mod:`bench.nameplates`).

In lines ``{n}`` is the outlet, ``{N}`` the same in capitals, ``{h}`` its name grown together as in addresses, ``{s}`` a section, ``{d}`` a day, ``{a}`` an author, ``{t}`` the headline,
``{c}`` a town, ``{o}`` another outlet, ``{m}`` a motto.
"""

from __future__ import annotations

from typing import NamedTuple


class Manner(NamedTuple):
    """What one language's pages are made of."""

    shapes: tuple[str, ...]
    """Names: ``P`` an invented place, ``N`` an ordinary word, ``A`` letters."""
    nouns: tuple[str, ...]
    mottoes: tuple[str, ...]
    above: tuple[str, ...]
    """Lines at the top that name the outlet; ``/`` alone parts lines."""
    before: tuple[str, ...]
    """Lines that may stand above it and name nobody."""
    beside: tuple[str, ...]
    """Lines between headline and text that name it."""
    below: tuple[str, ...]
    """Lines behind the text that name it."""
    strange: tuple[str, ...]
    """Lines behind the text that name others: makers, owners, partners."""
    taken: tuple[str, ...]
    """Lines that say whose text the page has, ``{o}``."""
    nothing: tuple[str, ...]
    """Lines that name nobody and stand anywhere."""
    hosts: tuple[str, ...]
    """Sites that show the texts of others."""
    copies: tuple[tuple[str, str, str], ...]
    """How such sites show them: lines above the headline, below it, behind the text; ``{u}`` is who posted it."""


LINES = {
    "en": Manner(
        shapes=(
            "The P Herald", "The P Signal", "P Today", "P Now", "P24", "P Live", "N", "The N", "P Insider", "Inside P", "Radio P", "P FM", "N & N",
            "The P N", "Our P", "P Matters", "The P Ledger", "P Daily News", "A News", "A", "The P Post", "P Star", "N of P", "North P Times",
            "P Free Press", "The N Project", "P Observer", "P Business Week", "P.news", "P Voice", "Sunday N", "The Daily N", "P and District Mail", "The New P",
            "N Weekly", "P Wire", "P Report", "N Review", "P Online", "The P Reporter", "P Citizen", "Upper P Gazette", "P Affairs", "N Africa", "The P Standard",
        ),
        nouns=(
            "Tidewater", "Anvil", "Junction", "Marrow", "Harvest", "Plover", "Copper", "Ferry", "Longshore", "Cinder", "Rook", "Orchard", "Turnpike", "Halyard",
            "Kiln", "Saltmarsh", "Monday", "Granite", "Bridge", "Furrow", "Lighthouse", "Margin", "Outpost", "Kettle", "Meridian", "Sparrow", "Quarry", "Crossing",
        ),
        mottoes=(
            "Independent news for the valley", "Since 1894", "All the news, every day", "News that matters", "Your local paper", "Journalism without fear",
            "The voice of the coast", "Truth first", "Reporting from the ground up", "Local. Honest. Yours.", "Business, politics, people",
        ),
        above=(
            "{n}", "{N}", "{n} - {m}", "{n} | {m}", "{n}/{m}", "{n}, {d}", "{N} {d}", "{n}/{d}", "{n} | {s}", "{n} Logo", "{n} Home", "Home - {n}", "Welcome to {n}", "{t} - {n}",
            "{t} | {n}", "{t} – {s} – {n}", "{n} » {t}", "{n} > {s} > {t}", "Home > {s} > {t}/{n}", "https://www.{h}.com/2021/03/12/story-4417", "www.{h}.com", "{N} No. 4217 {d}",
            "{n} Menu Search", "{n} — {s} — Subscribe", "{n} Vol. 12, Issue 41", "{d} | {n}", "{n} Edition: International", "From {n}", "{n} : {m}", "12 {N} {d}", "{n} · {s} · {d}",
        ),
        before=(
            "Skip to content", "Menu", "Search", "Log in | Subscribe", "{d}", "Advertisement", "Toggle navigation", "Subscribe from £1 a week", "Today's e-paper", "Weather 18°C {c}",
            "Breaking", "Facebook Twitter YouTube", "This site uses cookies.", "Home", "Sign in", "Saved from the web", "ADVERTISEMENT - SCROLL TO CONTINUE",
        ),
        beside=(
            "By {a}, {n}", "By {a} | {n}", "{a}, {n}", "{n} | {d}", "{n} - {d}", "By {n}", "By {n} Staff", "{n} Reporter", "{a}/{n}", "{a} for {n}", "{n} Newsroom | {d}", "Published by {n} on {d}",
            "Posted by {n}", "{d} - {n}", "{a} ({n})", "{a} | {n} | {d}",
        ),
        below=(
            "© 2021 {n}. All rights reserved.", "Copyright © {n}", "© {n} 2009-2021", "Copyright 2021 {n}", "Follow {n} on Twitter and Facebook", "Download the {n} app", "Subscribe to {n}", "Subscribe to the {n} newsletter",
            "Advertise with {n}", "About {n}", "Contact {n}", "Write to newsroom@{h}.com", "Join {n} on WhatsApp", "{n} is published by Fallow Media Ltd.", "More from {n}", "The post {t} appeared first on {n}.", "{n} | Terms | Privacy",
            "{n}, PO Box 41, {c}", "Support {n}: become a member", "{n} is a member of the Press Complaints Board", "Like {n} on Facebook", "Read more on {n}", "Work at {n}", "Email: editor@{h}.org", "News tips? Call {n} on 555 0134", "{n} newsletter: sign up",
            "Help & support - {n}", "All content © {n} unless stated", "{h}.com", "@{h}", "{n} welcomes letters from readers", "You are reading {n}", "This article first appeared in {n}", "The {n} team", "{N}", "{n}", "Editor: {a}, {n}", "Print edition of {n}", "Back to {n}",
        ),
        strange=(
            "Powered by WordPress", "Theme: Newsblock by Corvid Themes", "Website by Ferrous Digital", "A Fallow Media company", "Hosted by Larkhost", "In partnership with Orbit Bank", "Member of the Quarto Group", "Comments powered by Disqus",
            "Photo: Getty", "Also read {o}", "Sponsored: Velvet Mattress", "Part of Northgate Holdings plc", "Ads by Taboola", "reCAPTCHA by Google", "ISSN 2041-7719",
        ),
        taken=("Source: {o}", "This story was first published by {o}.", "Via {o}", "Originally published in {o}", "Read the original at {o}", "({o})", "Source: {o}, 12 March 2021", "Republished from {o}", "Courtesy of {o}"),
        nothing=("Page 4", "Print this page", "Dear friends,", "Hi all", "Re: today", "Fwd: FYI", "Story details", "News Desk |", "Read: 412 times", "Attachment: story.doc", "Text size A A A", "Listen to this article", "Exclusive", "Notes", "Untitled", "Issue 41", "For your information", "Editorial", "1 of 3", "Next page", "Report"),
        hosts=("NewsBasket", "Allheadlines", "The Harbour Forum", "Presswire Reader", "Community Noticeboard", "Clipfile", "Worldfeed", "Ridge Residents Forum", "Daily Roundup", "MediaShelf", "Speakers Corner Board", "Hillside Parents", "Orchid Growers Community", "Newsloop", "The Clipping Desk", "PaperRack", "Union Local 41", "My Daily Feed", "Portside Chat", "Tidings"),
        copies=(
            ("{n} » {s} » Re: seen this?/Posted by: {u}/{d}/Copy & paste from {o} since it is behind a wall:", "", "Re: seen this?/Posted by: {u}/Nice one."),
            ("{n}/Thread: {t}/{u}/Senior member/Joined: Mar 2009/From {o} today:", "", "__________________/Reply With Quote"),
            ("{n} -> {s}/{u} wrote:", "", "{a}, {o}, {d}/_________________/{u}: thanks"),
            ("{n}/Board index/{u}/Posts: 1204", "", "Source: {o}/Last edited by {u}"),
            ("{n} — the newsstand in your pocket/{o}, {d}, page 17 — {s}/Listen  Translate  Bookmark", "{a}", "All rights reserved. No reproduction without consent of {n}."),
            ("{n} > {c} > {o} > 2021-03-12/Front page  {s}  p. 12", "{o} · {d} · {a}", "© PressDistribution Ltd. Text extracted automatically."),
            ("{n}, media monitoring/Client: Chamber of Pharmacists — report no. 212 — p. 4 of 19/MEDIUM: {o}   CIRCULATION: 6,200   SECTION: {s}   PAGE: 21/DATE: 12/03/2021   SIGNED: {a}", "", "END OF CLIPPING"),
            ("{n}/All the headlines in one place", "{d} | {a} ({o}) | view original", "© {n} 2021. Stories belong to their authors."),
            ("{n}", "{o} | 3 hours ago", "Read the full story at {o}/{n} does not host this content"),
            ("{n}/{n} portal: Mail | News | TV | Horoscope", "{o}, published on {d}", "2 comments"),
            ("{n}/{d}/Forwarded from: {o}", "", "1.2K views"),
            ("{n}/Forwarded from {o}", "", "37 comments"),
            ("{n}: the thread, in one piece/Thread by @{oh} ({o}), 12 March 2021, 14 posts, 4 min read", "", "More from {o}"),
            ("Database: {n}/Publication: {o}/Author: {a}/Date: 2021-03-12/Word count: 412", "", "Copyright {o}. Provided by {n}."),
            ("{n}/A member sends us this piece, sharing for those without the paper", "", "({o}, p. 14)/Like  Comment  Share  212"),
            ("{n} press review, {d}/From {o}:", "", "{n} is not responsible for the content of external sites"),
            ("{n}", "By {a}, {o}", "This article was originally published on {o}. Read the original article."),
            ("{n}", "{a} | {o}", "Republished with permission of {o}"),
            ("{n} newsletter/In today's {o}:", "{a}", "You receive this mail because you signed up to {n}"),
            ("{n}", "", "{o}/{n} is a free service of the town council"),
        ),
    ),
    "fr": Manner(
        shapes=(
            "Le Courrier de P", "L'Écho de P", "P Matin", "P.info", "Pactu", "P Info", "P24", "Le N", "La N", "N Hebdo", "Radio P", "Pweb", "P Éco", "Le Petit Pois", "Vu de P", "P Demain", "A", "Ici P", "N & N", "Médias P", "Le Quotidien de P",
            "La Voix de P", "P Presse", "Le Phare P", "N", "P Plus", "Nouvelles de P", "Le N de P", "Cap P", "P Direct", "Le Journal de P", "Agence P Presse", "Le Nouveau P", "Mon P", "La Gazette de P", "Les N", "Tout P", "P Mag", "Le Fil de P",
            "Sud P", "P Libre", "Le Point P", "Canal P", "La Lettre du N", "P Tribune", "Horizons P", "100 % P", "N d'ailleurs",
        ),
        nouns=(
            "Ancre", "Mirador", "Comptoir", "Sillage", "Braise", "Chemin", "Marteau", "Baobab", "Passerelle", "Fronde", "Lundi", "Enclume", "Balise", "Rivage", "Chantier", "Grenier", "Palabre", "Mascaret", "Lagune", "Carrefour", "Tisserand", "Boussole", "Argile",
            "Contrepoint", "Détour", "Pirogue", "Ruche", "Sillon",
        ),
        mottoes=(
            "L'actualité en continu", "Journal indépendant", "Toute l'info de la région", "Quotidien d'information générale", "Le premier site du Sahel", "Comprendre pour agir", "L'information autrement", "Depuis 1911",
            "Hebdomadaire satirique", "La vérité des faits", "Politique, société, culture",
        ),
        above=(
            "{n}", "{N}", "{n} - {m}", "{n} | {m}", "{n}/{m}", "{n}, {d}", "{N} {d}", "{n}/{d}", "{n} | {s}", "Logo {n}", "{n} Accueil", "Accueil - {n}", "Bienvenue sur {n}", "{t} - {n}", "{t} | {n}", "{t} – {s} – {n}", "{n} » {t}", "{n} > {s} > {t}",
            "Accueil > {s} > {t}/{n}", "https://www.{h}.com/2021/03/12/article-4417", "www.{h}.fr", "{N} n° 4217 {d}", "{n} Menu Rechercher", "{n} — {s} — S'abonner", "{n} N° 41", "{d} | {n}", "{n} : {m}", "12 {N} {d}", "{n} · {s} · {d}",
        ),
        before=(
            "Aller au contenu", "Menu", "Rechercher", "Se connecter | S'abonner", "{d}", "Publicité", "Je m'abonne à partir de 1 €", "Le journal du jour", "Météo {c} 18°C", "Flash info", "Facebook Twitter YouTube", "Ce site utilise des cookies.", "Accueil", "Connexion", "Ouvrir le menu", "Newsletters",
        ),
        beside=(
            "Par {a}, {n}", "Par {a} | {n}", "{a}, {n}", "{n} | {d}", "{n} - {d}", "Par {n}", "Par la rédaction de {n}", "{a} / {n}", "{a} pour {n}", "{n}, le {d}", "Publié par {n} le {d}", "Rédaction {n}", "{d} - {n}", "{a} ({n})", "{a} | {n} | {d}",
        ),
        below=(
            "© 2021 {n}. Tous droits réservés.", "Copyright © {n}", "© {n} 2009-2021", "Copyright 2021 {n}", "Suivez {n} sur Facebook et Twitter", "Téléchargez l'application {n}", "Abonnez-vous à {n}", "Recevez la newsletter de {n}", "Publicité sur {n}", "À propos de {n}", "Contacter {n}",
            "Écrivez à redaction@{h}.com", "Rejoignez {n} sur WhatsApp", "{n} est édité par la SARL Ventoux Médias", "Plus d'articles de {n}", "L'article {t} est apparu en premier sur {n}.", "{n} | Mentions légales | CGU", "{n}, BP 41, {c}", "Soutenez {n} : faites un don", "{n} est membre du Syndicat de la presse en ligne", "Aimez {n} sur Facebook",
            "Lire aussi sur {n}", "Travailler à {n}", "Courriel : contact@{h}.net", "Une info ? Appelez {n} au 05 55 01 34", "Qui sommes-nous ? {n}", "Tous les contenus © {n}", "{h}.com", "@{h}", "{n} accueille vos lettres", "Vous lisez {n}", "L'équipe de {n}", "{N}", "{n}", "Directeur de la publication de {n} : {a}", "Édition imprimée de {n}", "Retour à {n}", "Retrouvez toute l'actualité sur {n}",
        ),
        strange=(
            "Propulsé par WordPress", "Thème : Newsblock par Corvid", "Site réalisé par Ferrous Digital", "Une société du groupe Ventoux Médias", "Hébergé par Larkhost", "En partenariat avec Orbit Banque", "Membre du groupe Quarto", "Commentaires par Disqus", "Photo : DR", "Lire aussi {o}", "Contenu sponsorisé : Matelas Velours",
            "Régie publicitaire : Romanpub SA", "ISSN 2041-7719",
        ),
        taken=("Source : {o}", "Cet article a d'abord été publié par {o}.", "Via {o}", "Paru initialement dans {o}", "Lire l'original sur {o}", "({o})", "Source : {o}, 12 mars 2021", "Repris de {o}", "Avec l'aimable autorisation de {o}"),
        nothing=("Page 4", "Imprimer cette page", "Chers amis,", "Salut !", "Bonjour à tous", "Re : aujourd'hui", "Tr : pour info", "Détail de l'article", "Lu 412 fois", "Pièce jointe : article.doc", "Taille du texte A A A", "Écouter cet article", "Exclusif", "Notes", "Sans titre", "Numéro 41", "Pour information", "Éditorial", "1 sur 3", "Page suivante", "Auteur : inconnu", "Mots-clés : électricité - panne"),
        hosts=("KiosqueNet", "Panorama des titres", "Forum des riverains", "Revue de presse du Sahel", "Portail des communes", "Coupures", "ToutesLesUnes", "Agrégactu", "Le Mur des nouvelles", "Veille Médias", "Les Amis de la Vallée", "Parents de Sorbey", "Rassemblement des marins", "LeBocal", "PresseÀLaCarte", "Collectif des usagers", "Comptoir des passionnés", "FluxInfo", "Mairie de Valbrune", "Groupe Jardins"),
        copies=(
            ("{n} » {s} » [REVUE] à lire/{u}/Membre bavard/Messages : 1284/Je vous colle l'article parce que leur site rame/{o} a écrit :", "", "{u}/Merci pour le partage/Propulsé par phpBoard"),
            ("{n} -> {s}/Auteur | Message/{u}/Modérateur/Posté le: {d}    Sujet du message: à lire/Je copie ici l'article", "", "{a}, {o}, {d}/_________________/{u} | merci"),
            ("{n}/{s} > Discussions/{u}/Vu ce matin dans {o}", "", "{u} : bravo"),
            ("{n}/Index du forum/{u} / Inscrit : 06 juin 2011", "", "Source : {o}/Dernière modification par {u}"),
            ("{n} — votre presse en illimité/{o}, {d}, page 17 — {s}/Écouter   Traduire   Signet", "{a}", "Tous droits réservés. Reproduction interdite sans accord de {n}."),
            ("{n} > {c} > {o} > 2021-03-12/La une  {s}  p. 12", "{o} · {d} · {a}", "© PressDistribution Ltd. Texte extrait automatiquement."),
            ("{n}, veille médias/Client : Ordre des pharmaciens — dossier n° 212 — p. 4 sur 19/SUPPORT : {o}   TIRAGE : 6200   RUBRIQUE : {s}   PAGE : 21/DATE : 12/03/2021   SIGNATURE : {a}", "", "FIN DE COUPURE"),
            ("{n}/Toute la presse en un clic", "{d} | {a} ({o}) | voir l'original", "© {n} 2021. Les articles appartiennent à leurs auteurs."),
            ("{n}", "Publié dans {o} le 12 - 03 - 2021", "Cliquez ici pour lire l'article depuis sa source."),
            ("{n}", "{o} | il y a 3 heures", "Lire la suite sur {o}/{n} n'héberge pas ce contenu"),
            ("{n}/Portail {n} : Mail | Actus | TV | Horoscope/Vous êtes ici : Actus > {s}", "{o}, publié le {d}", "2 commentaires"),
            ("{n}/{d}/Transféré de : {o}", "", "1,2 k vues"),
            ("{n}/Transféré depuis {o}", "", "37 commentaires"),
            ("{n} : le fil, d'un seul tenant/Fil de @{oh} ({o}), 12 mars 2021, 14 messages, 4 min de lecture", "", "Encore plus de {o}"),
            ("Base : {n}/Publication : {o}/Auteur : {a}/Date : 2021-03-12/Nombre de mots : 412", "", "Copyright {o}. Fourni par {n}."),
            ("{n}/Un membre nous envoie l'article paru ce matin, on partage pour ceux qui n'ont pas le journal", "", "({o}, p. 14)/J'aime   Commenter   Partager  212"),
            ("{n}, revue de presse du {d}/Dans {o} :", "", "{n} n'est pas responsable du contenu des sites externes"),
            ("{n}", "Par {a}, {o}", "Cet article a été publié à l'origine sur {o}. Lire l'article original."),
            ("{n}", "{a} | {o}", "Reproduit avec l'autorisation de {o}"),
            ("{n}", "", "{o}/{n} est un service gratuit de la commune"),
        ),
    ),
    "es": Manner(
        shapes=(
            "El N de P", "La N", "P Hoy", "P Digital", "PNoticias", "Diario P", "P Ahora", "El P", "Periódico P", "P.mx", "Radio P", "P 24 Horas", "Punto N", "Línea N", "N Sur", "Onda P", "Canal 7 P", "InfoP", "N y N", "La Voz de P", "El Diario de P", "A", "A Noticias", "El Correo P",
            "N", "El N", "P Directo", "Agencia P", "La Tribuna de P", "Nuestro P", "P al Día", "El Nuevo P", "Crónica P", "Tierra P", "El Faro de P", "Revista N", "P Actual", "Cuarto N", "Noticias de P", "El Norte de P", "La Gaceta de P", "P Opina", "Mi P", "El Otro N", "Contra N", "P Libre",
        ),
        nouns=(
            "Ancla", "Mirador", "Comarca", "Surco", "Brasa", "Camino", "Yunque", "Ceiba", "Pasarela", "Honda", "Lunes", "Baliza", "Orilla", "Andamio", "Granero", "Plaza", "Marea", "Laguna", "Cruce", "Telar", "Molino", "Arcilla", "Contrapunto", "Desvío", "Canoa", "Colmena", "Vereda", "Barlovento",
        ),
        mottoes=(
            "Noticias de última hora", "Periodismo independiente", "Toda la información de la región", "Diario de información general", "El primer digital de la comarca", "Contar para cambiar", "La otra mirada", "Desde 1911", "Semanario satírico", "La verdad de los hechos", "Política, sociedad, cultura",
        ),
        above=(
            "{n}", "{N}", "{n} - {m}", "{n} | {m}", "{n}/{m}", "{n}, {d}", "{N} {d}", "{n}/{d}", "{n} | {s}", "Logo {n}", "{n} Inicio", "Inicio - {n}", "Bienvenido a {n}", "{t} - {n}", "{t} | {n}", "{t} – {s} – {n}", "{n} » {t}", "{n} > {s} > {t}", "Inicio > {s} > {t}/{n}",
            "https://www.{h}.com/2021/03/12/nota-4417", "www.{h}.es", "{N} Núm. 4217 {d}", "{n} Menú Buscar", "{n} — {s} — Suscríbete", "{n} Año XII Nº 41", "{d} | {n}", "{n} : {m}", "12 {N} {d}", "{n} · {s} · {d}",
        ),
        before=(
            "Saltar al contenido", "Menú", "Buscar", "Iniciar sesión | Suscríbete", "{d}", "Publicidad", "Suscríbete desde 1 €", "Edición impresa", "El tiempo {c} 18°C", "Última hora", "Facebook Twitter YouTube", "Este sitio usa cookies.", "Inicio", "Acceder", "Abrir menú", "Boletines",
        ),
        beside=(
            "Por {a}, {n}", "Por {a} | {n}", "{a}, {n}", "{n} | {d}", "{n} - {d}", "Por {n}", "Redacción {n}", "{a} / {n}", "{a} para {n}", "{n}, {d}", "Publicado por {n} el {d}", "Redacción de {n}", "{d} - {n}", "{a} ({n})", "{a} | {n} | {d}",
        ),
        below=(
            "© 2021 {n}. Todos los derechos reservados.", "Copyright © {n}", "© {n} 2009-2021", "Copyright 2021 {n}", "Sigue a {n} en Facebook y Twitter", "Descarga la app de {n}", "Suscríbete a {n}", "Recibe el boletín de {n}", "Anúnciate en {n}", "Acerca de {n}", "Contacta con {n}", "Escribe a redaccion@{h}.com",
            "Únete al canal de WhatsApp de {n}", "{n} es editado por Páramo Medios S.L.", "Más noticias de {n}", "La entrada {t} se publicó primero en {n}.", "{n} | Aviso legal | Cookies", "{n}, apartado 41, {c}", "Apoya a {n}: hazte socio", "{n} es miembro de la Asociación de Medios", "Dale me gusta a {n} en Facebook", "Leer más en {n}", "Trabaja en {n}",
            "Correo: contacto@{h}.net", "¿Tienes una noticia? Llama a {n} al 555 0134", "Quiénes somos - {n}", "Todos los contenidos © {n}", "{h}.com", "@{h}", "{n} publica cartas de sus lectores", "Está leyendo {n}", "El equipo de {n}", "{N}", "{n}", "Director de {n}: {a}", "Edición impresa de {n}", "Volver a {n}",
        ),
        strange=(
            "Funciona con WordPress", "Tema: Newsblock de Corvid", "Sitio desarrollado por Ferrous Digital", "Una empresa del Grupo Páramo", "Alojado en Larkhost", "En colaboración con Orbit Banco", "Miembro del Grupo Quarto", "Comentarios de Disqus", "Foto: EFE", "Lea también {o}", "Patrocinado: Colchones Terciopelo", "Depósito legal M-4417-2009", "ISSN 2041-7719",
        ),
        taken=("Fuente: {o}", "Este artículo se publicó primero en {o}.", "Vía {o}", "Publicado originalmente en {o}", "Leer el original en {o}", "({o})", "Fuente: {o}, 12 de marzo de 2021", "Tomado de {o}", "Cortesía de {o}"),
        nothing=("Página 4", "Imprimir esta página", "Queridos amigos:", "Hola a todos", "Re: hoy", "Rv: para su información", "Detalle de la noticia", "Leído 412 veces", "Adjunto: nota.doc", "Tamaño del texto A A A", "Escuchar este artículo", "Exclusiva", "Notas", "Sin título", "Número 41", "Para su información", "Editorial", "1 de 3", "Página siguiente", "Autor: desconocido", "Te escucho"),
        hosts=("KioscoNet", "Panorama de Titulares", "Foro de Vecinos", "Resumen de Prensa", "Portal Municipal", "Recortes", "TodasLasPortadas", "AgregaNoticias", "El Tablón", "Monitor de Medios", "Amigos del Tren", "Padres de Valdecuna", "ForoMarino", "LaPecera", "PrensaAlaCarta", "Plataforma de Usuarios", "Rincón de Aficionados", "FlujoInfo", "Ayuntamiento de Tordera", "Grupo Huertos"),
        copies=(
            ("{n} » {s} » Construcciones/Re: Novedades (pág. 118)/por {u} » Vie Mar 12, 2021 1:08 am/Pego nota:", "", "{a}/{o}, {d}/Saludos/Última edición por {u}"),
            ("{n}/Tema: {t}/{u}/Veterano/Mensajes: 1284/Copio de {o}, que es de pago:", "", "{u}: gracias por compartir"),
            ("{n} > {s}/{u} escribió:/Visto hoy en {o}", "", "Citar / Responder"),
            ("{n}/Índice del foro/{u}", "", "Fuente: {o}/Editado por {u}"),
            ("{n} — toda la prensa en tu bolsillo/{o}, {d}, página 17 — {s}/Escuchar   Traducir   Guardar", "{a}", "Todos los derechos reservados. Prohibida la reproducción sin permiso de {n}."),
            ("{n} > {c} > {o} > 2021-03-12/Portada  {s}  p. 12", "{o} · {d} · {a}", "© PressDistribution Ltd. Texto extraído automáticamente."),
            ("{n}, seguimiento de medios/Cliente: Colegio Oficial — Informe nº 212 — pág. 4 de 19/MEDIO: {o}   TIRADA: 6.200   SECCIÓN: {s}   PÁG.: 21/FECHA: 12/03/2021   FIRMA: {a}", "", "FIN DEL RECORTE"),
            ("{n}/Toda la prensa en un clic", "{d} | {a} ({o}) | ver original", "© {n} 2021. Las noticias pertenecen a sus autores."),
            ("{n}", "{o} | hace 3 horas", "Leer la noticia completa en {o}/{n} no aloja este contenido"),
            ("{n}/Portal {n}: Correo | Noticias | TV | Horóscopo", "{o}, publicado el {d}", "2 comentarios"),
            ("Canal: {n}/{d}/Reenviado de: {o}", "", "37 comentarios   212"),
            ("{n}/Reenviado de {o}", "", "1,2 mil vistas"),
            ("{n}: el hilo, de una vez/Hilo de @{oh} ({o}), 12 de marzo de 2021, 14 mensajes, 4 min de lectura", "", "Más de {o}"),
            ("Base: {n}/Publicación: {o}/Autor: {a}/Fecha: 2021-03-12/Palabras: 412", "", "Copyright {o}. Facilitado por {n}."),
            ("{n}/Un socio nos manda este artículo, lo compartimos para quien no tenga el periódico", "", "({o}, p. 14)/Me gusta   Comentar   Compartir  212"),
            ("{n}, resumen de prensa, {d}/En {o}:", "", "{n} no se hace responsable del contenido de otros sitios"),
            ("{n}", "Por {a}, {o}", "Este artículo se publicó originalmente en {o}. Lea el original."),
            ("{n}", "{a} | {o}", "Reproducido con permiso de {o}"),
            ("{n}", "", "{o}/{n} es un servicio gratuito del ayuntamiento"),
        ),
    ),
    "ar": Manner(
        shapes=(
            "صحيفة P", "P", "P نيوز", "موقع P", "P اليوم", "P 24", "جريدة P", "وكالة P للأنباء", "P أونلاين", "بوابة P", "P برس", "مرصد P", "قناة P", "شبكة P الإخبارية", "P الإخبارية", "صوت P", "P بوست", "N و N", "N", "ال N", "أخبار P", "مجلة N", "راديو P", "منصة N", "عين P", "P الآن",
            "صدى P", "نبض P", "P ميديا", "P الجديدة", "P مباشر", "حديث P", "المستقل P", "P تايمز", "نافذة P", "مدار P", "P بلس", "دفاتر N", "كل P", "رأي P", "P الإلكترونية", "يوميات P",
        ),
        nouns=(
            "السنديان", "المرفأ", "القنديل", "الحصاد", "المنعطف", "البيدر", "الساقية", "الميزان", "النورس", "الجسر", "الخيمة", "الرحى", "المشكاة", "الضفة", "السنبلة", "المجداف", "الشراع", "الهدهد", "البوصلة", "الدكان", "الرصيف", "السبت", "الطاحونة", "المدرج", "الواحة", "الصارية", "الينبوع",
        ),
        mottoes=(
            "جريدة إلكترونية مستقلة", "الخبر لحظة بلحظة", "صوت من لا صوت له", "أخبار الوطن والعالم", "يومية شاملة", "الحقيقة أولا", "تأسست عام 1998", "إعلام حر ومسؤول", "سياسة، مجتمع، ثقافة", "نافذتكم على الجنوب",
        ),
        above=(
            "{n}", "{n} - {m}", "{n} | {m}", "{n}/{m}", "{n}، {d}", "{n} {d}", "{n}/{d}", "{n} | {s}", "شعار {n}", "{n} الرئيسية", "الرئيسية - {n}", "مرحبا بكم في {n}", "{t} - {n}", "{t} | {n}", "{t} – {s} – {n}", "{n} » {t}", "{n} > {s} > {t}", "الرئيسية > {s} > {t}/{n}",
            "{n} العدد 4217 {d}", "{n} القائمة بحث", "{n} — {s} — اشترك", "{d} | {n}", "{n} : {m}", "12 {n} {d}", "{n} · {s} · {d}", "{n} :: {m}",
        ),
        before=(
            "انتقل إلى المحتوى", "القائمة", "بحث", "تسجيل الدخول | اشترك", "{d}", "إعلان", "النسخة الورقية", "الطقس {c} 18°", "عاجل", "فيسبوك تويتر يوتيوب", "هذا الموقع يستخدم ملفات تعريف الارتباط.", "الرئيسية", "دخول", "أوقات الصلاة",
        ),
        beside=(
            "{a} - {n}", "{a} | {n}", "{n} | {d}", "{n} - {d}", "بقلم {a} - {n}", "{n} / {a}", "{n}: {a}", "خاص {n}", "{n} – خاص", "{n} - متابعة", "نشر بواسطة {n} في {d}", "{d} - {n}", "{a} ({n})", "{a} | {n} | {d}", "مراسل {n}", "كتب: {a} – {n}",
        ),
        below=(
            "© 2021 {n}. جميع الحقوق محفوظة.", "جميع الحقوق محفوظة © {n}", "حقوق النشر محفوظة لـ{n} 2021", "جميع الحقوق محفوظة لموقع {n}", "تابعوا {n} على فيسبوك وتويتر", "حمل تطبيق {n}", "اشترك في {n}", "اشتركوا في نشرة {n}", "أعلن في {n}", "عن {n}", "اتصل بـ{n}", "انضموا إلى قناة {n} على واتساب",
            "تصدر {n} عن شركة الوادي للإعلام", "المزيد من {n}", "ظهرت المقالة {t} أولاً على {n}.", "{n} | سياسة الخصوصية | من نحن", "{n}، ص.ب 41، {c}", "ادعموا {n}", "{n} عضو في اتحاد الصحافة الإلكترونية", "صفحة {n} على فيسبوك", "اقرأ المزيد على {n}", "هيئة تحرير {n}", "للتواصل مع {n}: 0550134",
            "{n}", "من نحن - {n}", "جميع المحتويات ملك لـ {n}", "ترحب {n} برسائل القراء", "أنتم تتصفحون {n}", "المدير المسؤول عن {n}: {a}", "النسخة الورقية من {n}", "العودة إلى {n}", "كل الآراء تعبر عن أصحابها ولا تعبر عن رأي {n}", "{n} غير مسؤولة عن التعليقات", "تابعنا على أخبار غوغل {n}",
        ),
        strange=(
            "بدعم من ووردبريس", "تصميم وبرمجة: الرقمية للحلول", "استضافة نت هوست", "إحدى شركات مجموعة القمة", "بالشراكة مع بنك المدار", "الصورة: أرشيف", "اقرأ أيضا في {o}", "إعلان ممول: مفروشات المخمل", "الإيداع القانوني 2009/44",
        ),
        taken=("المصدر: {o}", "نقلا عن {o}", "المصدر : {o} 12 مارس 2021", "نشر أولا في {o}", "منقول عن {o}", "({o})", "عن {o}"),
        nothing=("الصفحة 4", "اطبع هذه الصفحة", "السلام عليكم", "مساء الخير", "رد: اليوم", "إعادة توجيه: للاطلاع", "تفاصيل الخبر", "قرئ 412 مرة", "مرفق: خبر.doc", "حجم الخط أ أ أ", "استمع إلى المقال", "حصري", "ملاحظات", "بدون عنوان", "العدد 41", "للعلم", "افتتاحية", "1 من 3", "الصفحة التالية", "الكاتب: مجهول", "الموقع", "للفائدة", "أوقات الصلاة"),
        hosts=("كشك الأخبار", "منتديات الأهالي", "بوابة البلديات", "قصاصات", "مجمع العناوين", "أخبارك في دقيقة", "راصد الصحف", "شبكة المواطن", "لوحة الأخبار", "منتدى الصيادين", "أولياء تلاميذ الوادي", "ملتقى المهندسين", "تطبيق موجز", "رفوف الصحافة", "جمعية المستهلك", "مجموعة أهل الحي", "خلاصات", "بلدية الضفاف", "منتديات الرحالة"),
        copies=(
            ("{n} > القسم العام > {s}/مشاهدة النسخة كاملة : {t}/{u}/12-03-2021, 12:44 AM/السلام عليكم ورحمة الله، خبر يفرح منقول للفائدة", "", "{a}/{o} - {d}/توقيع: الصبر مفتاح الفرج/{u}: بارك الله فيك"),
            ("{n}/{s}/{u}/عضو نشيط/المشاركات: 1284/منقول من {o}:", "", "{u}/شكرا على النقل"),
            ("{n}/الموضوع: {t}/كاتب الموضوع: {u}", "", "المصدر: {o}/آخر تعديل بواسطة {u}"),
            ("{n}/كل الصحف بين يديك/{o}، {d}، صفحة 17 — {s}/استمع   ترجم   حفظ", "{a}", "جميع الحقوق محفوظة. يمنع النسخ دون إذن {n}."),
            ("{n} > {c} > {o} > 2021-03-12/الصفحة الأولى  {s}  ص 12", "{o} · {d} · {a}", "© PressDistribution Ltd. النص مستخرج آلياً."),
            ("{n}، رصد الإعلام/العميل: نقابة الصيادلة — تقرير رقم 212 — ص 4 من 19/الوسيلة: {o}   القسم: {s}   الصفحة: 21/التاريخ: 12/03/2021   الكاتب: {a}", "", "نهاية القصاصة"),
            ("{n}/كل الأخبار في مكان واحد", "{d} | {a} ({o}) | الخبر الأصلي", "© {n} 2021. الأخبار ملك لأصحابها."),
            ("{n}", "نشر في {o} يوم 12 - 03 - 2021", "انقر هنا لقراءة الخبر من مصدره."),
            ("{n}", "{o} | قبل 3 ساعات", "اقرأ الخبر كاملا على {o}/{n} غير مسؤول عن المحتوى"),
            ("{n}/بوابة {n}: بريد | أخبار | تلفزيون | أبراج", "{o} – {d}", "تعليقان"),
            ("{n}/{d}/أعيد توجيهها من: {o}", "", "1.2K مشاهدة"),
            ("{n}/الخبر كما ورد في {o}", "", "انضموا إلى مجموعتنا"),
            ("قاعدة البيانات: {n}/الصحيفة: {o}/الكاتب: {a}/التاريخ: 2021-03-12", "", "حقوق النشر {o}."),
            ("{n}/أرسل لنا أحد الأعضاء هذا المقال، ننشره لمن لا يجد الجريدة", "", "({o}، ص 14)/أعجبني   تعليق   مشاركة  212"),
            ("{n}، جولة الصحف، {d}/في {o}:", "", "{n} غير مسؤول عن محتوى المواقع الأخرى"),
            ("{n}", "{a} - {o}", "نشر هذا المقال أولا في {o}"),
            ("{n}", "", "{o}/{n} خدمة مجانية من البلدية"),
        ),
    ),
}  # fmt: skip
