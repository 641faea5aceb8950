"""Who said what, and through whom: marks → sentences around them → words of saying → speaker → chain.

`finding` walks an article once. `marks` finds words between quotation marks, `cues` words of saying (from `lexicon`),
`frames` puts both into sentences; `marked` and `reported` make quotations of them, `attachment` says which word of
saying belongs to which marks, `subjects` and `speakers` who is its subject, `people` whom that stands for, `chains`
whose hands the words passed through.
"""

from isnad.annotate.quotations.finding import find_quotations

__all__ = ["find_quotations"]
