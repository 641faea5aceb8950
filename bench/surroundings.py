"""What stands around an article on a scraped page, in four languages: invented mastheads, menus, labels, buttons, notices (see :mod:`bench.layouts`)."""

from __future__ import annotations

from typing import NamedTuple


class Around(NamedTuple):
    """The surroundings of one language's pages."""

    sites: tuple[str, ...]
    menu: tuple[str, ...]
    labels: tuple[str, ...]
    days: tuple[str, ...]
    authors: tuple[str, ...]
    buttons: tuple[str, ...]
    tags: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[str, ...]
    notices: tuple[str, ...]
    feet: tuple[str, ...]


SIGNS = (" + ", " | ", " – ", " • ", " ◄ ", " ... ", "   ", " ", " ", " / ", " * ", " — ", " » ", " # ", " ~ ", " · ")
"""What parts the headlines of a ticker on one line."""
AROUND = {
    "ar": Around(
        sites=(
            "صحيفة الضفاف",
            "بريد الهضاب",
            "شبكة السنبوك الإخبارية",
            "جريدة المنارة الجديدة",
            "وادي النخيل نيوز",
        ),
        menu=(
            "الرئيسية",
            "سياسة",
            "اقتصاد",
            "مجتمع",
            "رياضة",
            "ثقافة",
            "دولي",
            "جهات",
            "فيديو",
            "اتصل بنا",
        ),
        labels=(
            "عاجل:",
            "مباشر",
            "آخر الأخبار",
            "شريط الأخبار",
        ),
        days=(
            "نشر في 12 مارس 2021 الساعة 14:05",
            "12/03/2021 - 14:05",
            "الجمعة 12 مارس 2021",
            "آخر تحديث: 12 مارس 2021، 18:20",
        ),
        authors=(
            "بقلم: سليم بناروس",
            "هيئة التحرير",
            "نادية الكوهن",
            "وكالات",
        ),
        buttons=(
            "شارك",
            "طباعة",
            "أرسل إلى صديق",
            "فيسبوك تويتر واتساب",
            "شارك المقال",
        ),
        tags=(
            "الوسوم: {}",
            "كلمات مفتاحية {}",
        ),
        related=(
            "اقرأ أيضا",
            "مواضيع ذات صلة",
            "الأكثر قراءة",
            "قد يعجبك أيضا",
            "المزيد في هذا القسم",
            "أخبار متعلقة",
        ),
        comments=(
            "3 تعليقات",
            "أضف تعليقا",
            "لن يتم نشر عنوان بريدك الإلكتروني.",
            "حميد: كان لا بد من هذا القرار",
        ),
        notices=(
            "اشترك في نشرتنا البريدية ليصلك كل جديد.",
            "نستخدم ملفات تعريف الارتباط لتحسين تجربتك. بمواصلة التصفح فإنك توافق على سياسة الخصوصية.",
            "مشترك بالفعل؟ سجل الدخول",
        ),
        feet=(
            "© 2021 {}. جميع الحقوق محفوظة.",
            "من نحن | اتصل بنا | للإشهار",
            "سياسة الخصوصية",
        ),
    ),
    "fr": Around(
        sites=(
            "Le Courrier des Dunes",
            "Lémanis Info",
            "La Tribune de Sorbey",
            "24 Heures Valbrune",
            "L’Écho du Rif",
        ),
        menu=(
            "Accueil",
            "Politique",
            "Économie",
            "Société",
            "Sport",
            "Culture",
            "Monde",
            "Régions",
            "Vidéos",
            "Contact",
        ),
        labels=(
            "Flash :",
            "En direct",
            "Dernières infos",
            "Dernière minute :",
        ),
        days=(
            "Publié le 12 mars 2021 à 14h05",
            "12/03/2021 – 14:05",
            "vendredi 12 mars 2021",
            "Mis à jour le 12 mars 2021, 18:20",
        ),
        authors=(
            "Par Salim Benarous",
            "Rédaction",
            "Nadège Colinet",
            "Par la rédaction avec agences",
        ),
        buttons=(
            "Partager",
            "Imprimer",
            "Envoyer par mail",
            "Facebook Twitter WhatsApp",
            "Partagez cet article",
        ),
        tags=(
            "Mots-clés : {}",
            "Tags {}",
        ),
        related=(
            "À lire aussi",
            "Sur le même sujet",
            "Les plus lus",
            "Dans la même rubrique",
            "À ne pas manquer",
            "Articles similaires",
        ),
        comments=(
            "3 commentaires",
            "Laisser un commentaire",
            "Votre adresse e-mail ne sera pas publiée.",
            "Hamid : bravo, il était temps !",
        ),
        notices=(
            "Abonnez-vous à notre newsletter pour ne rien manquer de l’actualité.",
            "Nous utilisons des cookies pour améliorer votre expérience. En poursuivant, vous acceptez notre politique de confidentialité.",
            "Déjà abonné ? Connectez-vous",
        ),
        feet=(
            "© 2021 {}. Tous droits réservés.",
            "Mentions légales | Qui sommes-nous | Publicité",
            "Conditions d’utilisation",
        ),
    ),
    "es": Around(
        sites=(
            "El Diario de Valdecuna",
            "La Voz del Piélago",
            "Noticias Tordera",
            "El Correo del Sur",
            "Hora 25 Digital",
        ),
        menu=(
            "Inicio",
            "Política",
            "Economía",
            "Sociedad",
            "Deportes",
            "Cultura",
            "Internacional",
            "Opinión",
            "Vídeos",
            "Contacto",
        ),
        labels=(
            "Última hora:",
            "En directo",
            "Lo último",
            "Ahora |",
        ),
        days=(
            "Publicado el 12 de marzo de 2021 a las 14:05",
            "12/03/2021 - 14:05",
            "Viernes 12 de marzo de 2021",
            "Actualizado: 12 mar 2021, 18:20 h",
        ),
        authors=(
            "Por Amaia Lizarbe",
            "Redacción",
            "Tomás Quevedo",
            "Redacción / Agencias",
        ),
        buttons=(
            "Compartir",
            "Imprimir",
            "Enviar por correo",
            "Facebook Twitter WhatsApp",
            "Comparte esta noticia",
        ),
        tags=(
            "Etiquetas: {}",
            "Temas {}",
        ),
        related=(
            "Lea también",
            "Noticias relacionadas",
            "Lo más leído",
            "Te puede interesar",
            "Más en esta sección",
            "Artículos relacionados",
        ),
        comments=(
            "3 comentarios",
            "Deja un comentario",
            "Tu correo no será publicado.",
            "pacorunner: siempre los mismos",
        ),
        notices=(
            "Suscríbete a nuestro boletín para recibir las noticias del día.",
            "Usamos cookies propias y de terceros. Si sigue navegando, acepta su uso.",
            "¿Ya eres suscriptor? Inicia sesión",
        ),
        feet=(
            "© 2021 {}. Todos los derechos reservados.",
            "Aviso legal | Quiénes somos | Publicidad",
            "Política de privacidad",
        ),
    ),
    "en": Around(
        sites=(
            "The Ansah Evening Post",
            "Harbour Monitor",
            "Kestrel Daily",
            "The Lakeside Tribune",
            "Northfield News",
        ),
        menu=(
            "Home",
            "Politics",
            "Business",
            "World",
            "Sport",
            "Culture",
            "Opinion",
            "Regions",
            "Video",
            "Contact",
        ),
        labels=(
            "Breaking:",
            "Live",
            "Latest news",
            "Trending:",
        ),
        days=(
            "Published 12 March 2021 at 14:05",
            "12/03/2021 14:05",
            "Friday, March 12, 2021",
            "Updated: 12 Mar 2021, 6:20 pm",
        ),
        authors=(
            "By Efua Mensah",
            "Staff reporter",
            "Daniel Okoro",
            "Agencies",
        ),
        buttons=(
            "Share",
            "Print",
            "Email this article",
            "Facebook Twitter WhatsApp",
            "Share this story",
        ),
        tags=(
            "Tags: {}",
            "Topics {}",
        ),
        related=(
            "Read also",
            "Related stories",
            "Most read",
            "You may also like",
            "More in this section",
            "More on this topic",
        ),
        comments=(
            "3 comments",
            "Leave a reply",
            "Your email address will not be published.",
            "Kofi B: about time too!",
        ),
        notices=(
            "Sign up to our newsletter and never miss a story.",
            "We use cookies to improve your experience. By continuing you accept our privacy policy.",
            "Already a subscriber? Log in",
        ),
        feet=(
            "© 2021 {}. All rights reserved.",
            "Terms | About us | Advertise",
            "Privacy policy",
        ),
    ),
}
