"""An undated page is no older than the year it counts from; a trail of sections is no part of a site's name."""

from __future__ import annotations

from datetime import date

from isnad.extract import read
from isnad.model import Page

TUNIS = """لا اتفاق حول رسوم العبور بعد جولة وزارية في تونس
تونس – صدى الخليج الصغير
غادر وزير الطاقة لوكا باردي تونس مساء الثلاثاء 11 أفريل دون التوصل إلى اتفاق مع نظيرته نادية الشابي حول رسوم عبور الغاز.
وقالت الشابي في ندوة صحفية مشتركة: «نطالب بمراجعة النسبة المعمول بها منذ {year}». وأضافت أن المفاوضات ستتواصل خلال شهر ماي.
"""

TRAIL = """البلاد الجديدة > اقتصاد
بلدان يوقعان اتفاقا لرفع إمدادات الغاز عبر أنبوب بحري
نشر بتاريخ: الأحد 09 أفريل 2023 على الساعة 17:42
وقعت شركتان، اليوم الأحد بالعاصمة، اتفاقا جديدا لرفع كميات الغاز المصدرة عبر الأنبوب البحري ابتداء من العام المقبل، وذلك خلال زيارة عمل.
وقال الوزير عقب مراسم التوقيع إن الاتفاق يفتح مرحلة جديدة من التعاون بين البلدين في مجال الطاقة والنقل البحري.
جميع الحقوق محفوظة © البلاد الجديدة 2023
"""


def test_since_2019_and_a_tuesday_the_eleventh_of_april_leave_2023() -> None:
    published = read(Page("a.txt", TUNIS.format(year="2019").encode())).published
    assert published is not None
    assert (published.start, published.end) == (date(2023, 4, 11), date(2023, 4, 17))


def test_a_count_of_years_is_no_year() -> None:
    assert read(Page("a.txt", TUNIS.format(year="عقود").encode())).published is None


def test_the_trail_of_sections_is_no_part_of_the_name() -> None:
    assert read(Page("a.txt", TRAIL.encode())).publisher == "البلاد الجديدة"
