"""Pronouns, and the words that decide what they may stand for.

Owns: data. Does not: look at a text.
"""

from __future__ import annotations

from timeline_cli.drafting.lexicon import word_set

SINGULAR, PLURAL, OWN = word_set("it its"), word_set("they their them"), word_set("we our")
PERSONAL = word_set("he she his her")
# Words that stand for no thing, alone or at the start of what only looks like a subject.
NO_SUBJECT = word_set("there this that these those what i you one some many others most all")
NO_START = word_set("here my for with by from of to into without according")
# Verbs of which the measure right before is the subject: sales rose, and reached a record.
OF_MEASURES = word_set("reach rise fall total amount climb drop jump exceed stand recover slip grow")
