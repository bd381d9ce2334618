"""Spanish. Ordinals: RAE, *Ortografía* and DPD «ordinales» (decimoprimero and undécimo are both good)."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.editorial.reuse.words.table import OrdinalWord, Words

_SMALL = (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
    "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta"
)
_TENS = {
    40: "cuarenta",
    50: "cincuenta",
    60: "sesenta",
    70: "setenta",
    80: "ochenta",
    90: "noventa",
    100: "cien",
    30: "treinta",
}
_UNITS = "primer segund tercer cuart quint sext séptim octav noven".split()
_TENTHS = {
    10: ("décim", "decimo"),
    20: ("vigésim", "vigesimo"),
    30: ("trigésim", "trigesimo"),
    40: ("cuadragésim", "cuadragesimo"),
    50: ("quincuagésim", "quincuagesimo"),
    60: ("sexagésim", "sexagesimo"),
    70: ("septuagésim", "septuagesimo"),
    80: ("octogésim", "octogesimo"),
    90: ("nonagésim", "nonagesimo"),
}


def _ordinals() -> dict[str, OrdinalWord]:
    """Every form of 1 to 99; for each number the first one is written, the others are only read."""
    found: dict[str, OrdinalWord] = {}
    for number, stem in enumerate(_UNITS, 1):
        found |= {f"{stem}o": OrdinalWord(number, "m"), f"{stem}a": OrdinalWord(number, "f")}
    found |= {"primer": OrdinalWord(1, "s"), "tercer": OrdinalWord(3, "s")}
    for ten, (stem, joined) in _TENTHS.items():
        found |= {f"{stem}o": OrdinalWord(ten, "m"), f"{stem}a": OrdinalWord(ten, "f")}
        for unit, end in enumerate(_UNITS, 1):
            number = ten + unit
            head = joined[:-1] if end == "octav" and ten < 30 else joined
            for form, vowel in (("m", "o"), ("f", "a")):
                one_word, parted = f"{head}{end}{vowel}", f"{stem}{vowel} {end}{vowel}"
                first, second = (one_word, parted) if ten < 30 else (parted, one_word)
                found[first] = OrdinalWord(number, form)
                found[second] = OrdinalWord(number, form)
            if end in ("primer", "tercer"):
                found[f"{joined}{end}"] = OrdinalWord(number, "s")
    for form, vowel in (("m", "o"), ("f", "a")):
        found[f"undécim{vowel}"] = OrdinalWord(11, form)
        found[f"duodécim{vowel}"] = OrdinalWord(12, form)
    return found


_DAY = r"(?:{day}(?:\.?[º°]|\.?er)?|primero)"
_YEAR = r"(?:\s(?:de|del)\s(?:año\s)?{year}|,\s{year})?"
_DAYS = "(?:{weekday},?\\s(?:el\\s)?)?"
_UNIT = "(?:semana|mes|año|fin\\sde\\ssemana|trimestre|semestre|década|bienio|{weekday}|{month})"

WORDS = Words(
    months=tuple(
        tuple(each.split())
        for each in (
            "enero ene",
            "febrero feb",
            "marzo",
            "abril abr",
            "mayo",
            "junio jun",
            "julio jul",
            "agosto ago",
            "septiembre setiembre sept sep",
            "octubre oct",
            "noviembre nov",
            "diciembre dic",
        )
    ),
    weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    dates=(
        rf"{_DAYS}{_DAY}\sde\s{{month}}{_YEAR}\s(?:al|a|hasta\sel)\s(?:{{weekday}},?\s)?{_DAY}\sde\s{{month}}{_YEAR}",
        rf"{_DAYS}{_DAY}(?:\s?(?:–|—|-|al|a|y|y\sel)\s?{_DAY})?\sde\s{{month}}{_YEAR}",
        r"{month}\s(?:de|del)\s(?:año\s)?{year}",
    ),
    month_leads=r"en|desde|hasta|para|durante|principios\sde|inicios\sde|mediados\sde|finales\sde|fines\sde|partir\sde|mes\sde|desde\sel",
    weekday_leads=r"el|los|este|del|al|desde\sel|hasta\sel",
    are_names_capital=False,
    times=(
        r"\d{1,2}(?:[:.]\d{2})?\s?(?:a\.\s?m\.|p\.\s?m\.|am\b|pm\b)",
        r"\d{1,2}[:.]\d{2}\s?(?:horas|hrs\.?|hs\.?|h)\b",
        r"\d{1,2}:\d{2}",
        r"\d{1,2}\s?(?:horas|hrs\.?)(?=\s(?:local|de\s))",
    ),
    relative=(
        rf"est[ea]\s(?:{_UNIT}|mañana|tarde|noche)",
        rf"(?:la|el)\s(?:próxim[ao]|pasad[ao])\s{_UNIT}(?!\s\d)",
        rf"(?:la|el)\s{_UNIT}\s(?:pasad[ao]|próxim[ao]|entrante|que\sviene|anterior|en\scurso)",
        r"(?<!la\s)(?<!una\s)(?<!esta\s)(?<!cada\s)mañana(?!\w)",
        r"hoy(?!\sen\sdía)|ayer|anteayer|anoche|pasado\smañana",
        r"hace\s(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\s(?:días?|semanas?|mes(?:es)?|años?)",
    ),
    number_words={word: number for number, word in enumerate(_SMALL.split(), 2)}
    | {word: number for number, word in _TENS.items()}
    | {"veintiún": 21, "veintiuna": 21},
    number_joints=r"\sy\s",
    fractions=r"\s(?:tercios|quintos|décimos|cuartos|cuartas\spartes)",
    magnitudes={
        "mil": 10**3,
        "millón": 10**6,
        "millones": 10**6,
        "mil millones": 10**9,
        "billón": 10**12,
        "billones": 10**12,
    },
    per_cent=r"%|por\sciento|puntos\sporcentuales",
    currencies_after=r"(?:de\s)?(?:dólares|euros|francos\ssuizos|lempiras|quetzales|córdobas|colones|balboas|pesos)",
    group_sign=".",
    decimal_sign=",",
    counted="personas migrantes refugiados refugiadas familias niños niñas mujeres hombres casos hogares países",
    ordinals=_ordinals(),
    ordinal_endings={
        "1": {"m": "ro", "f": "ra", "s": "er"},
        "2": {"m": "do", "f": "da"},
        "3": {"m": "ro", "f": "ra", "s": "er"},
        "7": {"m": "mo", "f": "ma"},
        "8": {"m": "vo", "f": "va"},
        "9": {"m": "no", "f": "na"},
        "0": {"m": "mo", "f": "ma"},
        "": {"m": "to", "f": "ta"},
    },
    ordinal_figures=r"\.?[ºª°]|\.?(?:ro|ra|er|do|da|to|ta|mo|ma|vo|va|no|na)",
    events=(
        "reunión conferencia sesión período periodo edición cumbre foro congreso aniversario asamblea festival ronda taller diálogo "
        "consulta seminario simposio plenario plenaria convención consejo encuentro coloquio feria premio jornada jornadas comité"
    ),
    never_editions="siglo siglos piso grado avenida calle",
    protected=(
        (
            r"(?:[Aa]rtículos?|[Aa]rts?\.|[Ss]ecci[óo]n(?:es)?|[Pp]árrafos?|[Pp]árrs?\.|[Cc]apítulos?|[Aa]nexos?|[Nn][úu]ms?\.|[Nn]\.?[º°]|"
            r"[Nn]úmero|[Rr]esoluci[óo]n(?:es)?|[Oo]bjetivos?|ODS|[Mm]etas?|[Cc]onvenios?|[Pp]rotocolos?|[Dd]ecretos?|[Ll]ey(?:es)?|"
            r"[Pp]áginas?|págs?\.|pp?\.|[Ss]ala|[Oo]ficina|[Pp]iso|[Ff]iguras?|[Cc]uadros?|[Tt]ablas?|[Ff]ase|[Rr]uta|[Cc]arretera|"
            r"[Tt]ítulo|[Tt]omo|[Vv]ol\.|[Cc]ategoría|[Tt]ipo|[Nn]ivel|[Zz]ona|[Pp]ilar|[Vv]ersión|Guerra\sMundial|siglos?)\s"
            r"(?:[Nn]\.?[º°]\s?|núm\.\s?)?(?:\d[\d./-]*|[IVXLC]+\b)(?:\s(?:y|a|o)\s\d[\d./-]*)?"
        ),
        r"Agenda\s(?:2030|2063)|Acuerdo\s\d+|24/7",
    ),
    list_words="y|e|o|u",
    articles="la|el|los|las",
    country_words={"EE. UU.": "US", "EE.UU.": "US", "EEUU": "US", "los Estados Unidos": "US", "Estados Unidos": "US"},
    demonyms={
        form: code
        for stem, code in (
            pair.rsplit(":", 1)
            for pair in (
                "nicaragüense:NI hondureñ@:HN guatemaltec@:GT salvadoreñ@:SV costarricense:CR panameñ@:PA beliceñ@:BZ mexican@:MX "
                "canadiense:CA estadounidense:US dominican@:DO haitian@:HT cuban@:CU colombian@:CO venezolan@:VE ecuatorian@:EC "
                "peruan@:PE bolivian@:BO chilen@:CL argentin@:AR uruguay@:UY paraguay@:PY brasileñ@:BR español@:ES suiz@:CH "
                "marroquí:MA libi@:LY siri@:SY iraquí:IQ afgan@:AF ucranian@:UA rus@:RU turc@:TR etíope:ET sudanes@:SD nigerian@:NG"
            ).split()
        )
        for form in ([stem.replace("@", end) for end in ("o", "a", "os", "as")] if "@" in stem else [stem, f"{stem}s"])
    },
    given_names=frozenset(
        (
            "Juan José Luis Carlos Ana María Jorge Miguel Pedro Antonio Francisco Manuel Javier Fernando Rafael Roberto Ricardo Eduardo "
            "Alejandro Andrés Diego Salvador Marta Rosa Carmen Lucía Elena Isabel Sofía Gabriela Claudia Verónica Mónica Silvia Beatriz "
            "Marcelo Óscar Raúl Sergio Julio Víctor Hugo Alberto Samuel Daniel David Mario Enrique Pablo Gustavo Ramón Rubén Ángel "
            "Ernesto Arturo Alfredo Guillermo Felipe Ignacio Gonzalo Rodrigo Esteban Álvaro Jaime Tomás Mateo Martín Cristina Laura "
            "Patricia Sandra Adriana Paola Andrea Carolina Daniela Valentina Mariana Natalia Juana Teresa Gloria Luz Martha Olga Blanca "
            "Alicia Margarita Irma Yolanda Norma Leticia Cecilia Rocío Alejandra Susana Raquel Pilar Julia Irene Amira William Oliver "
            "John Michael Robert Thomas George Marcela Diana Karla Lorena Ximena Fátima Inés Josefina Emilio Federico Joaquín Simón"
        ).split()
    ),
)
