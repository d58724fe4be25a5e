"""What pronouns and short forms stand for: it, they, the company, his, a second one.

Owns: the subject of an event as a title has it. Replaces only what the text leaves no doubt about. Does not: know
which clauses are events, or remember what was mentioned.
"""

from __future__ import annotations

import re

from timeline_cli.drafting import descriptions as terms
from timeline_cli.drafting.clause import Clause
from timeline_cli.drafting.inflection import forms
from timeline_cli.drafting.lexicon import DETERMINERS, OF_COMPANIES, PREPOSITIONS, PUBLISHING
from timeline_cli.drafting.measures import acts, is_bare, is_staff, possessive
from timeline_cli.drafting.mentions import UNKNOWN, Mentions, Subject
from timeline_cli.drafting.name_patterns import office
from timeline_cli.drafting.name_words import PLACES
from timeline_cli.drafting.nouns import an_act, apposed, is_plural, the


class References(Mentions):
    """The mentions of a text, and what its words stand for by them."""

    def topic(self, clause: Clause) -> str:
        """The company of what does not say whose it is; empty where two compete.

        What is spoken of belongs to the last subject of the paragraph, or to what the article is about.
        """
        said, leader = self.company_said(clause), self.leader
        if said:
            return said if said in (self.company, self.cast.main_company) else ""
        near = self.companies(clause.sentence.text) | self.named
        if self.cast.pair and terms.OF_BOTH.search(clause.subject_text):
            return self.cast.pair
        is_own = is_bare(clause.subject_text)
        last = self.spoken[-1] if self.spoken and (is_own or leader not in near) else leader
        is_passing = self.cast.count[last] < 2 and self.cast.count[leader] > 2  # an investor of Acme, named once
        is_theirs = last == self.opener or is_staff(clause.subject_text) or not (self.cast.is_titled or is_passing)
        last = last if is_theirs else leader
        is_sure = last == leader or (len(set(self.spoken)) == 1 and not (is_own and near - {last}))
        return last if is_sure else ""

    def subject(self, clause: Clause) -> Subject | None:
        """None if it is a word that stands for no thing: there, some, what."""
        shared = [subject for each, subject in self.resolved if each is clause.shares]
        if clause.subject[0] >= clause.subject[1] and shared:
            return shared[0]
        text = self._those(self._written(clause), clause)
        low = text.lower()
        first, *others = low.split() or [""]
        if not (
            text or clause.first or any(w.quoted or w.low in DETERMINERS for w in clause.words[: clause.group.first])
        ):
            return Subject(self.cast.short(self.leader)) if self.leader else Subject("It", "it")  # Completed the sale
        is_none = (
            low in terms.NO_SUBJECT
            or first in terms.NO_START
            or re.match(r"the \w+ time\b|the (?:year|day|week|month|moment) the\b|th(?:at|is) one\b", low)
        )
        is_none = is_none or re.match(r"[a-z]+ed (?:down |up |off )?by\b", low)  # weighed down by a charge tied to
        binds = others[-1:] in (["it"], ["they"], ["he"], ["she"]) or others == ["them"]  # the largest fine it imposed
        if is_none or binds or not re.search(r"\w\w", text):
            return None
        if self.cast.pair and terms.BOTH.fullmatch(low):
            return Subject(self.cast.pair)
        named = apposed(clause)
        is_alone = PREPOSITIONS.isdisjoint(others)  # not: a buyout led by the foreman, Ada Byron, fell through
        is_one = low.startswith("one of ") or (first in ("a", "an") and is_alone and named[:1].isupper())
        if named and (is_one or low.split()[-1] in terms.SINGULAR | terms.PLURAL | {"one"}):
            return Subject(named)
        if low in ("the last", "the first", "the other") and self.told.whole(text, clause) == text:
            return None
        if low == "they" and self.leader and _is_traded(clause, self.told.last):
            return Subject(f"{possessive(self.cast.short(self.leader))} shares")
        if low == "it" and clause.is_impersonal:
            return Subject("It")
        if low in terms.SINGULAR | terms.PLURAL | terms.PERSONAL | terms.OWN:
            found = self._antecedent(low, clause)
            return Subject(found or text, None if found and low not in terms.OWN else text)
        return self._noun(text, named, clause)

    def _noun(self, text: str, named: str, clause: Clause) -> Subject:
        """A subject that is no pronoun, with names for what it stands for; `named` is the name next to it."""
        low, first = text.lower(), text.lower().split()[0]
        is_officer = office(text.removeprefix("The ").removeprefix("the ")) is not None
        if (
            named
            and is_officer
            and first == "the"
            and "," not in text
            and any(each.kind == "people" for each in self.cast.names(named))
        ):
            return Subject(f"{text[4:5].upper()}{text[5:]} {named}")  # The chief executive, Ada Byron, left
        is_firm = terms.THE.fullmatch(text) or terms.THEIRS.fullmatch(low)
        firm = (named if is_firm else "") or self._described(text, clause)
        text = self.owned(text, clause) if not named or first in ("the", "its", "his", "her", "their") else text
        if firm:
            return Subject(self.cast.short(firm))
        is_long = len(text.split()) > 5 and not re.search(
            r"\b(?:chief|head|officer|director|president|chair\w*)\b", text
        )
        named = f", {named}," if named and is_long else f" {named}" if named else ""
        if named and named.strip(" ,") in text:
            text = self._written(clause)  # its owner Bolt, not Bolt's
        if named and first in ("its", "their") and text.partition("'s ")[0] in named:
            text, named = named.strip(" ,"), ""  # a mine of Acme: its owner, Acme Minerals, won it
        text = text + named if named else an_act(self.told.whole(text, clause), self.told.last)
        person = re.match(r"(?:M(?:r|s|rs)\.? )?([A-Z]\S*?)(?=['’]s? [a-z]|$)", text)  # Mr Byron, Byron's contract
        if person is not None and f"{person[1]}'s" not in self.cast.companies:
            text = (self.cast.people.get(person[1]) or person[0]) + text[person.end() :]
        return Subject(text, first if first in terms.OWN else None)

    def _written(self, clause: Clause) -> str:
        """The words of a subject without what only opens the sentence; whose and our Company are names."""
        text = self.cast.spelled(" ".join(re.sub(r"\([^()]*\)", "", clause.subject_text).split()))
        text = re.sub(
            r"^(?:[\"“”':–—-]|(?:over|at) the weekend\s|"
            r"(?:and|but|also|then|meanwhile|separately|both(?= .* and )|with)\s)\s*",
            "",
            text,
            flags=re.IGNORECASE,
        )
        text = re.sub(r"^([A-Z][^,]*), (?:the|an?) [^,]*$", r"\1", text)  # Acme, the shop whose
        text = re.sub(r"(?<=\w) next$", "", text)  # its board next meets in May
        text = re.sub(r"^(?:THE|AN?|IN|ITS)(?= [a-z])", lambda found: found[0].capitalize(), text)  # THE mill closed
        if self.leader and re.match(r"Group [a-z]", text):  # exports, of a release
            text = possessive(self.cast.short(self.leader)) + text[5:]
        if self.leader and not text.startswith("the "):  # the sale of the Group's ferries
            short = self.cast.short(self.leader)
            text = re.sub(r" the (?:Group|Company)['’]s\b", lambda _: f" {possessive(short)}", text)
        text = re.sub(r"\b[Oo]ur Company\b", self.cast.short(self.leader) or "The Company", text)
        if clause.opens == "which" and clause.subject[0] < clause.subject[1] < clause.first:
            return f"{text} of {the(clause.part(clause.antecedent))}"  # construction of which began
        if clause.opens == "whose" and text and clause.is_relative:
            owner = the(clause.part(clause.antecedent))
            text = f"{possessive(self.cast.short(self._described(owner, clause)) or owner)} {text}"
        return text

    def _those(self, text: str, clause: Clause) -> str:
        """Shares of Acme rose, while those of Bolt fell: shares of Bolt."""
        ahead = clause.sentence.text[: clause.begin]
        nouns = re.findall(r"\b([A-Z]?[a-z]+s) (?:of|in|at) ", ahead) if text.lower().startswith("those of ") else []
        return f"{nouns[-1].lower()}{text[5:]}" if nouns else text

    def _described(self, text: str, clause: Clause) -> str:
        """The company that a description stands for, such as the Danish carrier; empty for anything else."""
        kind = terms.THE.fullmatch(text)
        part = re.fullmatch(r"[Tt]he (bodega|cantina|estancia|hacienda|maison|quinta)", text)
        if part is not None and part[1] == self.leader.partition(" ")[0].lower():
            return self.leader  # Bodega Quirque: the bodega
        if kind is not None and kind["kind"] in ("Group", "Company", "Club") and not kind["how"] and self.leader:
            return self.leader  # of a release
        firm = self._firm(kind["kind"].lower(), clause, kind["how"]) if kind is not None else ""
        return "" if firm and firm in self.companies(text.partition(" of ")[2]) else firm  # the yard of Acme

    def owned(self, text: str, clause: Clause) -> str:
        """A subject with names for its board, the company's board, his successor."""

        def name(match: re.Match[str]) -> str:
            word, ahead = match[0].lower(), self.cast.names(text[: match.start()])
            if word.startswith("the "):
                kind = match["kind"].lower()
                is_meant = terms.says_origin(match["how"]) if match["how"] else self.is_called(kind)
                is_meant = is_meant or not match.start()
                firm = self._firm(kind, clause, match["how"]) if is_meant else ""
                return self.cast.short(firm) if firm else match[0]
            is_own = ahead or (match.start() and not terms.OF.search(text[: match.start()]))  # the board at its meeting
            owner = "" if is_own else self._antecedent(word, clause) or ""
            rest = text[match.end() + 1 :]
            is_firms = is_staff(rest) or is_bare(rest) or owner in PLACES or terms.OF_FIRM.match(rest)
            if word == "its" and is_firms and not self.companies(owner):
                owner = self.cast.short(self.topic(clause))  # a placement has no shares
            if not owner or owner in text or owner.endswith(","):
                return match[0]  # its union and Acme
            head = re.split(r" (?:in|at|of(?! [A-Z])|near|off|on|for|from|with) ", the(owner))[0]
            is_common = " " not in head and not self.cast.names(owner)
            return possessive(head.lower() if is_common else head)

        return terms.OWNERS.sub(name, text)

    def is_called(self, kind: str, company: str = "") -> bool:
        name = company or self.company  # Nordbank: the bank
        return kind in terms.ANY_COMPANY | self.cast.kinds.get(name, set()) or (len(kind) > 3 and name.endswith(kind))

    def _firm(self, kind: str, clause: Clause, how: str = "") -> str:
        """The company that a noun stands for: the one that speaks, that the text calls so, or that is spoken of.

        `how` are words before the noun; the merged bank is none that was named.
        """
        kinds = self.cast.kinds.get(self.company, set())
        is_other = how.endswith("-based ") and any(map(terms.COMPANY.fullmatch, kinds)) and kind not in kinds
        is_any = kind in terms.ANY_COMPANY and not is_other  # Acme, a maker, and the group Bolt; the Rome-based group
        called = [] if is_any else [each for each, words in self.cast.kinds.items() if kind in words]
        own = {word.lower() for word in (*how.split(), kind)} - terms.ANY_COMPANY
        own |= {"bancorp", "bancshares", "banco", "banque", "banca"} if kind in ("bank", "lender") else set()
        called = [
            each for each in self.cast.kinds if own & {*each.lower().split()} or (len(kind) > 3 and each.endswith(kind))
        ] or called  # Acme Parts, Nordbank
        named = [word for word in how.split() if word[0].isupper() and terms.LOCAL.fullmatch(word) is None]
        if kind in terms.NAMED_SO and not PLACES | self.cast.towns >= {*named}:
            return ""  # the Carnot group
        if "central" in how.split() and not terms.CENTRAL.search(self.company):
            return ""
        is_part = (kind in terms.PARTS and not how[:1].isupper()) or not terms.ANOTHER.isdisjoint(how.split())
        if is_any and not how and not kinds.isdisjoint(("fund", "investor", "activist")) and len(self.cast.kinds) > 2:
            return ""  # the fund Acme has a stake in Bolt; the group is Bolt
        is_company = terms.COMPANY.fullmatch(kind) is not None and (
            kind in kinds or not is_part or not self.company or self.company in called
        )
        said = self.company_said(clause) if is_company else ""
        if said or (len(called) == 1 and (is_company or kind in terms.PREMISES)):
            return said or called[0]
        is_itself = clause.group.verb in ("rename", "rebrand", "become") or clause.opens == "whose"
        is_other = self._names(self.company, clause.after_verb) and not is_itself  # the chipmaker supplies Acme
        is_known = kind in terms.ANY_COMPANY | kinds or self.named <= {"", self.company}  # built by Bolt; the builder
        return self.company if is_company and is_known and not is_other else ""

    def _names(self, company: str, text: str) -> bool:
        """Whether a text names a company, other than in the name of what it makes: the Acme One."""
        found = [each.end for each in self.cast.names(text) if each.name == company]
        return any(re.match(r"\s[A-Z\d]", text[end:]) is None for end in found)

    def company_said(self, clause: Clause) -> str:
        """The company that says it: Acme said it, or the company, would build."""
        said = clause.said
        if said is None or said is clause or said.first > clause.first or said.group.verb in ("learn", "hear"):
            return ""  # a newspaper has learned
        text = said.subject_text
        is_news = is_plural(text) or terms.MEDIA.search(text) is not None
        return "" if is_news else self._company(text) or self._described(text.partition(",")[0], said)

    def _antecedent(self, pronoun: str, clause: Clause) -> str | None:
        """What a pronoun stands for, if only one thing can be meant; a company by its short name."""
        return self.cast.short(self.one_meant(pronoun, clause) or "") or None

    def one_meant(self, pronoun: str, clause: Clause) -> str | None:
        if pronoun in terms.OWN:
            return self.leader or None  # whose text it is
        if pronoun in terms.PERSONAL:
            said = self.mention(clause.said.subject_text) if clause.said is not None else UNKNOWN
            return self.people.meant(pronoun, said.text if said.kind == "people" else "", not self.here)
        ahead = clause.part((clause.first, clause.subject[0])) if not self.is_entry else ""
        firms = self.companies(ahead) if re.match(r"(?:For|At|Within|As for)\b", ahead) else set()
        if len(firms) == 1 and pronoun in terms.SINGULAR:
            return firms.pop()  # For Acme it is the first loss
        company = self.company_said(clause) if clause.group.verb not in ("lapse", "expire", "mature") else ""
        teller = clause.said
        is_teller = teller is not None and teller.is_relative and not teller.has_subject
        if teller is not None and is_teller and pronoun in terms.SINGULAR and _speaks_of_itself(teller, clause):
            noun = clause.part(teller.antecedent)  # the agency, which said it would appeal
            return self.cast.short(self._company(noun)) or the(noun)
        if clause.is_relative and pronoun == "it":
            here = self._company(self.here[-1].text) if self.here else ""
            company = company or here  # Acme has axed all the calls it had planned
            if clause.group.verb in OF_COMPANIES:
                company = company or self.company  # sales of the car it launched in May
        wanted = pronoun in terms.PLURAL
        things = [each.text for each in self.objects if not (each.plural or each.kind)]
        if pronoun == "it" and _DONE_TO_FIRM.match(f"{clause.group.verb} {clause.after_verb}"):
            return the(things[0]) if len(things) == 1 else None  # to satisfy the watchdog; it fined the club
        if pronoun == "it" and clause.group.passive and clause.group.verb in terms.MADE and len(things) == 1:
            return the(things[0])  # is building a mill; it is to be commissioned in May
        if company and not wanted:
            return company
        for mentions in (self.here, self.subjects, self.objects if wanted else ()):
            fitting = {each.text for each in mentions if each.plural == wanted and each.kind != "people"}
            fitting -= {""} if clause.group.verb in OF_COMPANIES else set()
            fitting -= {each for each in fitting if not acts(each, clause.group.verb) and is_bare(each)}
            if len(fitting) == 1:
                text = fitting.pop()
                is_order = text in ("options", "orders", "contracts") and clause.group.verb in terms.DELIVERED
                ordered = terms.ORDERED.search(self.told.last) if is_order else None
                return self._agent(ordered["things"] if ordered is not None else text, pronoun, clause)
            companies = {each.text for each in mentions if each.kind == "companies"}
            is_own = pronoun == "its" and companies == {self.cast.short(self.leader)}
            if len(companies) == 1 and not wanted and (clause.group.verb in OF_COMPANIES or is_own):
                return self._agent(companies.pop(), pronoun, clause)
            if fitting:
                return None
        if clause.group.passive and clause.group.verb in PUBLISHING:
            return None  # when it was published
        verb, are_people = clause.group.verb, all(each.kind == "people" for each in self.subjects)
        if pronoun == "it" and self.subjects and are_people and len(things) == 1 and verb not in OF_COMPANIES:
            return the(things[0])  # Ada Byron keeps a motor on her desk. It failed in 2019
        is_company = verb in OF_COMPANIES or (verb not in ("be", "last") and (are_people or not self.objects))
        return self.company or None if is_company and not wanted else None

    def _agent(self, text: str, pronoun: str, clause: Clause) -> str | None:
        """What a pronoun with one possible noun stands for: a decision or a backlog buys nothing, its company does."""
        mention, company = self.mention(text), self._company(text)
        of_company = _act(clause) in OF_COMPANIES and not clause.group.passive
        if mention.plural and of_company and not (self.cast.names(text) or terms.ACTORS.search(text)):
            return None
        if of_company and not mention.kind and terms.BODIES.search(text):
            return the(text)
        if clause.group.passive and clause.group.verb in terms.MADE and not mention.kind:
            return the(text)  # construction of a plant started; it is to be completed
        if mention.kind or not text or mention.plural:
            return text if mention.plural else company or text or None
        of_company = of_company or (pronoun == "its" and company != "") or not acts(text, clause.group.verb)
        return (company or self.topic(clause) or None) if of_company else the(text)


def _act(clause: Clause) -> str:
    """What is done, where the verb only says that it began: began hiring."""
    after = clause.words[clause.group.last].low if clause.group.last < clause.last else ""
    return forms().ing.get(after, clause.group.verb) if clause.group.verb in _BEGINNING else clause.group.verb


_DONE_TO_FIRM = re.compile(r"(?:fine|sue|ban|order|investigate|warn|bar) the (?:club|company|group|firm|bank)\b")
_BEGINNING = ("begin", "start", "stop", "resume", "continue")


def _is_traded(clause: Clause, before: str) -> bool:
    """Whether they are the shares of the sentence before: sold shares at $3. They closed at $4."""
    is_price = clause.group.verb in terms.TRADING and _AT_PRICE.match(clause.after_verb) is not None
    return is_price and _SHARES.search(before) is not None


_AT_PRICE = re.compile(r"(?:on [A-Z]\w+ )?at \S?\d")
_SHARES = re.compile(r"\bshares (?:at|for|in)\b")


def _speaks_of_itself(teller: Clause, clause: Clause) -> bool:
    """Whether a plan is that of who tells it: the agency, which said it would appeal; not of a court that fined it."""
    ahead = teller.words[teller.antecedent[0] - 1].low
    return clause.group.tense == "future" and ahead not in ("by", "from", "against")
