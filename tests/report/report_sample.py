"""A rich report about an invented affair: long chains, evidence both ways, overlapping triggers, twenty actors."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from musnad.alignment.model import Grade, Tie, TieState, Voice
from musnad.claims.identity import claim_id, content_hash
from musnad.claims.model import (
    Actor,
    ActorKind,
    Claim,
    Document,
    EventType,
    Interval,
    Modality,
    Phase,
    Reading,
    SourceKind,
    SourceLink,
    Span,
)
from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef
from musnad.report import ReportContent

TITLE = "مجلس الموانئ يسحب دعمه من حاكم رأس النخيل"
TEXT = f"""{TITLE}
قال محرر الشؤون البحرية، نقلاً عن مصدر في ديوان الحاكم، إن مبعوث جزر المرجان اعترف بأن بلاده كانت تدعم الحاكم سليم الراسي منذ عام 1929، وأنها زودته بثلاث سفن من طراز Falcon 12 وبنحو 450 بندقية.

خلاف على رسوم الميناء
واتهمت صحيفة Coral Gazette (لندن) شركة الشراع الأزرق بتمويل «حرس السواحل»، ونفت الشركة أنها دعمت أي طرف. وأضاف المصدر أن اتحاد الصيادين، المدعوم من مجلس الموانئ، يرفض لقاء الحاكم قبل 17 مايو 1931.
وبحسب وثيقة اطلع عليها المحرر، فإن حزب الفجر الجديد يدرس سحب دعمه للحاكم إن لم يفرج عن المعتقلين، بينما هاجم حرس السواحل قرية العين الصغيرة ليل الثلاثاء وسيطر على مخزنها.

من يقف مع من؟
ويقال إن عصبة المدن الحرة حذرت مجلس الموانئ من حشد المقاتلين، وإن مملكة السهل الأعلى تنسق مع جزر المرجان. ولم تعلن واحة النجوم موقفها، غير أن تاجرًا كتب في رسالة (رقم B-7/31) أنها «تميل إلى الحاكم».
"""

_NAMES = (
    ("rasi", "سليم الراسي", "Salim al-Rasi", ActorKind.PERSON),
    ("council", "مجلس الموانئ", "Council of Ports", ActorKind.GOVERNMENT),
    ("coral", "جزر المرجان", "Coral Isles", ActorKind.STATE),
    ("sail", "شركة الشراع الأزرق", "Blue Sail Company", ActorKind.COMPANY),
    ("guard", "حرس السواحل", "Coast Guard", ActorKind.ARMED_GROUP),
    ("fishers", "اتحاد الصيادين", "Fishers' Union", ActorKind.POPULATION),
    ("dawn", "حزب الفجر الجديد", "New Dawn Party", ActorKind.PARTY),
    ("village", "قرية العين الصغيرة", "Little Spring village", ActorKind.PLACE),
    ("league", "عصبة المدن الحرة", "League of Free Cities", ActorKind.IGO),
    ("plain", "مملكة السهل الأعلى", "Kingdom of the Upper Plain", ActorKind.STATE),
    ("oasis", "واحة النجوم", "Oasis of Stars", ActorKind.STATE),
    ("gazette", "صحيفة كورال غازيت", "Coral Gazette", ActorKind.MEDIA),
    ("pilots", "نقابة المرشدين البحريين", "Guild of Pilots", ActorKind.POPULATION),
    ("bank", "مصرف الأمانة", "Trust Bank", ActorKind.COMPANY),
    ("riders", "فرسان التل", "Riders of the Hill", ActorKind.ARMED_GROUP),
    ("senate", "مجلس الشيوخ", "Senate", ActorKind.GOVERNMENT),
    ("admiral", "الأميرال هاني البحري", "Admiral Hani al-Bahri", ActorKind.PERSON),
    ("north", "إمارة الشمال", "Emirate of the North", ActorKind.STATE),
    ("gunmen", "المسلحون", "the gunmen", ActorKind.UNNAMED),
    ("reform", "كتلة الإصلاح", "Reform bloc", ActorKind.PARTY),
)
ACTORS = {key: ActorRef(f"Q{n}", ar, en, kind) for n, (key, ar, en, kind) in enumerate(_NAMES, 1)}
PUBLISHERS = ("المنارة", "بريد الخليج", "Coral Gazette", "الأخبار المصورة")
_SENTENCES = {
    1: "وأكد {0} أنه يدعم {1} في كل ما يطلبه، وأن سفنه ستبقى في المرفأ.",
    -1: "ورد {0} بأنه يعارض {1} ولن يقبل رسوم Harbour Act 1930 الجديدة.",
}


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def link(text: str | None, kind: SourceKind, cue: str | None = None) -> SourceLink:
    return SourceLink(text, kind, span(cue) if cue else None)


LONG_CHAIN = (
    link("محرر الشؤون البحرية", SourceKind.MEDIA, "قال محرر"),
    link("مصدر في ديوان الحاكم", SourceKind.ANONYMOUS, "نقلاً عن"),
    link("مبعوث جزر المرجان", SourceKind.OFFICIAL, "اعترف"),
)


def claim(kind: EventType, subject: str, object_: str, words: str, nth: int = 0, **more: object) -> Claim:
    trigger = span(words, nth=nth)
    start = TEXT.rfind("\n", 0, trigger.start) + 1
    sentence = Span(start, TEXT.index("\n", trigger.end))
    parties = [tuple(ACTORS[a].id for a in side.split()) for side in (subject, object_)]
    return Claim(kind, *parties, trigger, sentence, **more)  # type: ignore[arg-type]


def article() -> Reading:
    """The article and its claims."""
    e, unsure = EventType, Modality.POSSIBLE
    claims = (
        claim(e.SUPPORT, "council", "rasi", "يسحب دعمه", phase=Phase.END, heading=True, confidence=0.91),
        claim(e.SUPPORT, "coral", "rasi", "تدعم", time=Interval("1929", None), sources=LONG_CHAIN),
        claim(e.AID, "coral", "rasi", "زودته بثلاث سفن", sources=LONG_CHAIN),
        claim(e.AID, "coral", "rasi", "سفن من طراز Falcon", sources=LONG_CHAIN, modality=unsure),
        claim(e.OPPOSE, "council", "rasi", "خلاف", heading=True),
        claim(e.ACCUSE, "gazette", "sail", "اتهمت", sources=(link("Coral Gazette", SourceKind.MEDIA),)),
        claim(e.AID, "sail", "guard", "بتمويل", sources=(link("Coral Gazette", SourceKind.MEDIA),), confidence=0.62),
        claim(e.SUPPORT, "sail", "", "دعمت", negated=True, sources=(link("شركة الشراع الأزرق", SourceKind.OFFICIAL),)),
        claim(e.SUPPORT, "council", "fishers", "المدعوم من", phase=Phase.ONGOING, sources=LONG_CHAIN[:2]),
        claim(e.REJECT, "fishers", "rasi", "يرفض لقاء", sources=LONG_CHAIN[:2]),
        claim(e.CONSULT, "fishers", "rasi", "لقاء", negated=True, time=Interval("1931-05", "1931-05-17")),
        claim(e.SUPPORT, "dawn", "rasi", "سحب دعمه للحاكم", phase=Phase.END, modality=Modality.CONDITIONAL,
              sources=(link("وثيقة", SourceKind.DOCUMENT, "اطلع عليها"),)),
        claim(e.ASSAULT, "guard", "village", "هاجم", time=Interval("1931-04-28", "1931-04-28")),
        claim(e.CONTROL, "guard", "village", "سيطر على", phase=Phase.BEGIN),
        claim(e.THREATEN, "league", "council", "حذرت", sources=(link(None, SourceKind.HEARSAY, "ويقال"),)),
        claim(e.MOBILIZE, "council", "", "حشد", sources=(link(None, SourceKind.HEARSAY, "ويقال"),)),
        claim(e.COOPERATE, "plain", "coral", "تنسق مع", phase=Phase.ONGOING),
        claim(e.SUPPORT, "oasis", "rasi", "تميل إلى", modality=Modality.APPARENT),
    )  # fmt: skip
    actors = tuple(Actor(a.id, a.ar, a.en, a.kind, known=True) for a in ACTORS.values())
    document = Document(
        "sample", TEXT, TITLE, "المنارة", date(1931, 4, 30), "https://manara.example/1931/ports?a=1&b=2"
    )
    return Reading(document, actors, claims, "reader-1", ("تاريخ «ليل الثلاثاء» محسوب من يوم النشر.",))


def record(claim_: Claim, reading: Reading) -> ClaimRecord:
    """The ledger's record of a claim of a reading."""
    document, digest = reading.document, content_hash(reading.document)
    by_id = {actor.id: actor for actor in ACTORS.values()}
    return ClaimRecord(
        id=claim_id(digest, reading.reader, claim_),
        document=DocumentRef(document.id, digest, document.title, document.publisher, document.published, document.url),
        type=claim_.type, subjects=tuple(by_id[a] for a in claim_.subject), objects=tuple(by_id[a] for a in claim_.object),
        phase=claim_.phase, modality=claim_.modality, negated=claim_.negated, trigger=claim_.trigger,
        quote=claim_.trigger.of(document.text), sentence_span=claim_.sentence, sentence=claim_.sentence.of(document.text),
        time=claim_.time, place=None, amount=None, sources=claim_.sources, heading=claim_.heading,
        confidence=claim_.confidence, reader=reading.reader, recorded=datetime(1931, 6, 1, tzinfo=UTC),
    )  # fmt: skip


def invented_record(
    subject: ActorRef, object_: ActorRef, sign: int, chance: random.Random, number: int
) -> ClaimRecord:
    """A record of a short invented sentence."""
    sentence = _SENTENCES[sign].format(subject.ar, object_.ar)
    trigger = span("يدعم" if sign > 0 else "يعارض", sentence)
    day = date(1929, 3, 1) + timedelta(days=chance.randrange(790))
    chain = (link("مراسل البحر", SourceKind.MEDIA), link("وزير المرافئ", SourceKind.OFFICIAL))[
        : chance.randrange(3)
    ]
    modality = chance.choice((Modality.ASSERTED, Modality.ASSERTED, Modality.INTENDED))
    return ClaimRecord(
        id=f"{number:016x}",
        document=DocumentRef(f"d{number}", f"{number:064x}", "خبر من المرفأ", chance.choice(PUBLISHERS), day, ""),
        type=EventType.SUPPORT if sign > 0 else EventType.OPPOSE, subjects=(subject,), objects=(object_,),
        phase=Phase.ONGOING, modality=modality, negated=False, trigger=trigger, quote=trigger.of(sentence),
        sentence_span=Span(0, len(sentence)), sentence=sentence,
        time=Interval(day.isoformat()[:7], None) if chance.random() < 0.3 else None, place=None, amount=None, sources=chain,
        heading=False, confidence=0.8, reader="reader-1", recorded=datetime(1931, 6, 1, tzinfo=UTC),
    )  # fmt: skip


def voice(record_: ClaimRecord, sign: int, weight: float, repeats: tuple[ClaimRecord, ...] = ()) -> Voice:
    factors = (
        ("source", 0.8),
        ("modality", 1.0),
        ("confidence", record_.confidence),
        ("type", 0.9),
        ("decay", 0.77),
    )
    return Voice(
        record_,
        sign,
        weight,
        factors,
        f"root-{record_.id}",
        Grade("B", 3),
        repeats,
        declared=not record_.sources,
    )


_STATES = (
    (0.55, TieState.BACKS),
    (0.2, TieState.LEANS_TO),
    (-0.2, TieState.NEUTRAL),
    (-0.55, TieState.LEANS_AWAY),
    (-1.1, TieState.OPPOSES),
)


def tie(subject: str, object_: str, signs: str, chance: random.Random) -> Tie:
    """A tie with one voice for each "+" and "-" of `signs`."""
    a, b = ACTORS[subject], ACTORS[object_]
    values = [1 if s == "+" else -1 for s in signs]
    records = [invented_record(a, b, s, chance, chance.randrange(1 << 60)) for s in values]
    weights = [round(0.75 * 0.9**i, 3) for i in range(len(signs))]
    total, net = sum(weights), sum(w * s for w, s in zip(weights, values, strict=True))
    stance = net / (total + 0.5)
    both = "+" in signs and "-" in signs
    state = (
        TieState.CONTESTED
        if both and abs(stance) < 0.3
        else next(s for floor, s in _STATES if stance >= floor)
    )
    half = 0.9 / (1 + total)
    repeats = tuple(invented_record(a, b, values[0], chance, chance.randrange(1 << 60)) for _ in range(2))
    voices = tuple(
        voice(r, s, w, repeats if i == 0 else ())
        for i, (r, s, w) in enumerate(zip(records, values, weights, strict=True))
    )
    return Tie(
        subject=a, object=b, as_of=date(1931, 5, 31), known_by=date(1931, 6, 1), state=state, stance=round(stance, 3),
        certainty=round(total / (total + 1), 3), low=max(-1, stance - half), high=min(1, stance + half),
        weight_for=sum(w for w, s in zip(weights, values, strict=True) if s > 0),
        weight_against=sum(w for w, s in zip(weights, values, strict=True) if s < 0),
        contradicted=both, voices=voices, superseded=repeats[:1] if state is TieState.OPPOSES else (),
    )  # fmt: skip


_TIES = (
    ("coral", "rasi", "++++"), ("plain", "rasi", "+++"), ("guard", "rasi", "++"), ("oasis", "rasi", "+-"),
    ("council", "rasi", "--+-"), ("fishers", "rasi", "---"), ("dawn", "rasi", "+-+-"), ("league", "rasi", "-"),
    ("bank", "rasi", "+"), ("rasi", "guard", "+++"), ("rasi", "council", "--"), ("rasi", "coral", "++"),
    ("council", "fishers", "++"), ("plain", "coral", "++"), ("sail", "guard", "+-"), ("league", "council", "-"),
    ("pilots", "council", "++"), ("riders", "guard", "--"), ("senate", "council", "+"), ("admiral", "senate", "-"),
    ("north", "league", "+"), ("gunmen", "riders", "+"), ("reform", "senate", "++"), ("gazette", "sail", "--"),
    ("reform", "dawn", "-"), ("north", "plain", "--"), ("village", "guard", "-"),
)  # fmt: skip


def content(*, focused: bool = True) -> ReportContent:
    """The whole sample; without a focus, a report on all actors."""
    chance, reading = random.Random(7), article()  # noqa: S311 - a sample, not a secret
    english = Document(
        "en",
        "Council statement\nThe Council (مجلس الموانئ) said it opposes al-Rasi.",
        "Statement",
        "Coral Gazette",
        None,
        "",
    )
    other = Reading(english, (), (), "reader-1")
    return ReportContent(
        title="حاكم رأس النخيل سليم الراسي: من معه ومن عليه (1929–1931)",
        generated=datetime(1931, 6, 2, 9, 30, tzinfo=UTC),
        as_of=date(1931, 5, 31),
        known_by=date(1931, 6, 1),
        focus=ACTORS["rasi"] if focused else None,
        articles=(reading, other),
        ties=tuple(tie(a, b, signs, chance) for a, b, signs in _TIES),
        claims=tuple(record(c, reading) for c in reading.claims),
    )
