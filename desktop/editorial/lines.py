"""What a single line of an imported text looks like: menu, label, footer, end mark, heading.

Every pattern here looks at a bounded head of the line, so that one line of many megabytes costs nothing.
"""

from __future__ import annotations

import re

#: A paragraph this long is prose, whatever stands in it.
LONG = 160
#: A line shorter than this can be a menu entry.
SHORT = 35
_HEAD = 300

_MENU = re.compile(
    r"(?:home|inicio|accueil|menu|menú|search|buscar|rechercher|skip to (?:main )?content|saltar al contenido.*|"
    r"pasar al contenido principal|aller au contenu principal|log ?in|sign in|iniciar sesión|connexion|contact(?: us)?|"
    r"contacto|contáctenos|contactez-nous|about(?: us)?|acerca de|quiénes somos|qui sommes-nous|who we are|what we do|"
    r"qué hacemos|our work|nuestro trabajo|notre travail|where we work|dónde trabajamos|news(?:room)?|noticias|"
    r"actualités|sala de prensa|salle de presse|press room|media(?: cent(?:er|re))?|publications|publicaciones|events|"
    r"eventos|careers|empleo|donate|donar|faire un don|english|español|français|languages?|idiomas?|partnerships|"
    r"highlights|get involved|take action|work with us|data and research|close|cerrar|fermer|more|más|suite|print|"
    r"imprimir|imprimer|back|volver|retour|previous|next|anterior|siguiente|toggle navigation|breadcrumb)",
    re.IGNORECASE,
)
_TYPE_LABEL = re.compile(
    r"(?:joint )?(?:press|news|media) (?:release|advisory|statement|note|briefing)|comunicado (?:conjunto )?(?:de prensa)?|"
    r"nota de prensa|boletín de prensa|aviso a (?:los )?medios|communiqué(?: de presse)?(?: conjoint)?|"
    r"(?:joint )?statement|declaración|avis aux médias|news|story|noticia|historia",
    re.IGNORECASE,
)
_IMMEDIATE = re.compile(
    r"[\W_]*(?:for immediate (?:release|publication|distribution)|(?:para|de) (?:su )?(?:publicación|difusión|distribución|"
    r"divulgación) inmediata|pour (?:diffusion|publication) immédiate|à publier immédiatement)[\W_]*",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"[\W_]*(?:(?:strictly )?(?:under )?embargo(?:ed)?\b|embargad[oa]\b|bajo embargo\b|sous embargo\b|"
    r"not for (?:publication|release|broadcast) (?:before|until)\b|"
    r"no (?:publicar|difundir|divulgar) antes\b|ne pas (?:publier|diffuser) avant\b)",
    re.IGNORECASE,
)
_END_MARK = re.compile(
    r"[-–—=_*\s]*(?:#(?:\s*#){0,4}|[-–—]\s*30\s*[-–—]|\(?(?:ends?|fin|the end|end of (?:press )?release|"
    r"fin del comunicado|fin du communiqué)\)?\.?|x{3,5}|\*(?:\s*\*){2,4})[-–—=_*\s]*",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]+")
_NOTES = re.compile(
    r"(?:notes? (?:to|for) (?:the )?editors?|editor['’]?s['’]? notes?|notas? (?:para|a|al|a los|para los|para el|de los) "
    r"(?:editor(?:es)?|redactor(?:es)?|la redacción)|notas? (?:de|del) editor|notes? aux? (?:rédacteurs|rédactions?|éditeurs?)|"
    r"note à la rédaction|background(?: information)?|antecedentes)\s*(?P<colon>[:.\-–—]\s*|$)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|acerca de|sobre|à propos d[eu]s?|a propósito de)\s*(?:the |la |el |los |las |l['’]|les |l )?(?P<who>\S.{0,80}?)\s*(?::|$)",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"(?:(?:established|founded|created|set up) in (?:18|19|20)\d\d\b|(?:creada|fundada|establecida|creado|fundado) en "
    r"(?:18|19|20)\d\d\b|(?:créée?|fondée?) en (?:18|19|20)\d\d\b)",
    re.IGNORECASE,
)
_STRONG_FOOTER = re.compile(
    r"(?:related (?:news|articles?|stories|content|links|documents|tags|topics)|more (?:news|stories|from)|latest news|"
    r"most (?:read|popular)|you may also|read (?:also|next)|(?:noticias|artículos|contenidos?|enlaces|documentos) relacionad[oa]s?|"
    r"más noticias|últimas noticias|lo más (?:leído|visto)|también (?:te|le) puede interesar|"
    r"(?:articles|actualités|contenus?|liens) (?:liés|associés|connexes|similaires)|à lire aussi|"
    r"copyright|all rights reserved|todos los derechos|derechos reservados|tous droits|"
    r"terms (?:of use|and conditions)|privacy policy|privacy$|política de (?:privacidad|cookies)|términos (?:de uso|y condiciones)|"
    r"aviso legal|mentions légales|politique de confidentialité|we use cookies|este sitio (?:web )?(?:usa|utiliza)|"
    r"follow us|síganos|siga(?:nos)? (?:a|en)|suivez-nous|subscribe|suscríb\w+|suscripción|abonnez-vous|newsletter|boletín electrónico|"
    r"leave a (?:comment|reply)|(?:comments|comentarios)(?: \(\d+\))?$|deje un comentario)(?!\w)|©|\(c\) ?(?:19|20)\d\d",
    re.IGNORECASE,
)
_WEAK_FOOTER = re.compile(
    r"(?:share(?: this| on| via)?\b|comparti[rd]\b|compartir en\b|partager\b|tweet(?:ear|er)?\b|facebook|twitter|x|whatsapp|"
    r"linkedin|instagram|youtube|flickr|rss|e-?mail|correo|print\b|imprimir\b|imprimer\b|download\b|descargar\b|télécharger\b|"
    r"tags?\s*:|etiquetas?\s*:|temas?\s*:|topics?\s*:|mots-clés\s*:|back to top|volver arriba|haut de page|"
    r"read more|leer más|lire la suite|click here|"
    r"(?:facebook|twitter|whatsapp|linkedin|email|print|[|•·/, ])+$)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:photos?(?: by| credit)?|foto(?:s|grafía)?|image|imagen|crédito|credit|pie de foto|légende|video|vídeo)\s*[:©|]|©",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|por|par|author|autor|auteur|posted|published|publicado|publié|updated|actualizado|date|fecha|location|"
    r"lugar|place|country|país|pays|theme|tema|thème|reading time|tiempo de lectura|no\.?|núm\.?|n[º°])\s*[:\d.]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-–•·▪‣◦●■*]\s+|[-•·▪‣◦●■]$)")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_GLUED = re.compile(r"[^.!?]{2,45}?(?:[a-zà-ÿ]|[A-Z]{2})[A-ZÀ-Þ][a-zà-ÿ]*\s")
_NO_GLUE = re.compile(r".*?\b(?:Mc|Mac|De|La|Le|Di|Van|O['’])[A-Z]")


def _all_of(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= _HEAD and pattern.fullmatch(text.strip(" :|>»\t")) is not None


def is_menu(text: str) -> bool:
    """A word of a site's menu."""
    return _all_of(_MENU, text)


def is_type_label(text: str) -> bool:
    """``PRESS RELEASE``, ``Comunicado de prensa No. 12/2020`` and the like: the program draws it itself."""
    if len(text) > 60:
        return False
    bare = re.sub(
        r"\s*[-–|,]?\s*(?:no\.?|núm\.?|n[º°.]|#)?\s*\d[\d/.\-]*\s*$", "", text.strip(" :|"), flags=re.IGNORECASE
    )
    return bool(bare) and _all_of(_TYPE_LABEL, bare)


def is_immediate(text: str) -> bool:
    """``FOR IMMEDIATE RELEASE`` in any of the languages."""
    return len(text) <= 120 and _IMMEDIATE.fullmatch(text) is not None


def is_embargo(text: str) -> bool:
    """A line that puts the release under embargo."""
    return len(text) <= 200 and _EMBARGO.match(text) is not None


def is_end_mark(text: str) -> bool:
    """``###``, ``-30-``, ``ENDS``, ``FIN``."""
    return 0 < len(text.strip()) <= 40 and _END_MARK.fullmatch(text) is not None and not is_bare_dash(text)


def is_bare_dash(text: str) -> bool:
    """A bullet without anything, or a rule made of dashes and dots."""
    stripped = text.strip()
    return bool(stripped) and len(stripped) <= 200 and "#" not in stripped and _RULE.fullmatch(stripped) is not None


def notes_label(text: str) -> int | None:
    """How much of a line is the label ``Notes to editors:``; ``None`` where it has none."""
    match = _NOTES.match(text[:_HEAD])
    if not match:
        return None
    is_whole = match.end() >= len(text.rstrip())
    return match.end() if is_whole or match["colon"].startswith(":") else None


def is_about_label(text: str) -> bool:
    """A heading such as ``About IOM`` or ``Acerca de la OIM:``, or a paragraph that begins with one."""
    head = text[:_HEAD]
    match = _ABOUT.match(head)
    if match is None:
        return False
    who = match["who"]
    is_heading = match.end() >= len(text.rstrip()) and len(text) <= 90 and not who.endswith((".", ",", ";"))
    starts = head[match.end() - 1 : match.end()] == ":" and len(who) <= 70
    return (is_heading or starts) and who[:1].isupper()


def is_founding_sentence(text: str) -> bool:
    """A paragraph that opens as ``Established in 1951, …`` does: an about text without a heading."""
    return _FOUNDED.match(text[:_HEAD]) is not None


def is_strong_footer(text: str) -> bool:
    """A line that begins the page's foot: related news, copyright, follow us."""
    return len(text) <= 220 and _STRONG_FOOTER.match(text.strip()) is not None


def is_weak_footer(text: str) -> bool:
    """A share link or a row of them, which may also stand above the text."""
    return len(text) <= 60 and _WEAK_FOOTER.match(text.strip()) is not None


def is_caption(text: str) -> bool:
    """A picture's credit line."""
    return len(text) <= 240 and _CAPTION.match(text.strip()) is not None


def is_byline(text: str) -> bool:
    """A label such as ``Date:`` or ``Location:`` with its value."""
    return len(text) <= 90 and _BYLINE.match(text.strip()) is not None


def bullet_length(text: str) -> int:
    """How many characters of a line are its bullet; 0 where it has none."""
    match = _BULLET.match(text[:12])
    return match.end() if match else 0


def number_length(text: str) -> int:
    """How many characters of a line are its list number; 0 where it has none."""
    match = _NUMBERED.match(text[:12])
    return match.end() if match else 0


def is_glued(text: str, earlier: str) -> bool:
    """Whether a menu's title and its teaser were run together (``Our WorkAs the leading …``)."""
    before = earlier.strip(" -•").casefold()
    if before and len(before) <= 60 and text[: len(before)].casefold() == before:
        following = text[len(before) : len(before) + 1]
        return following.isalpha()
    is_after_entry = bool(before) and len(before) <= SHORT
    return is_after_entry and _GLUED.match(text[:60]) is not None and _NO_GLUE.match(text[:60]) is None


def is_title_like(text: str) -> bool:
    """Whether a line could be a headline: some words, no full stop, no bullet."""
    stripped = text.strip()
    if not 12 <= len(stripped) <= 260 or len(stripped.split()) < 2:
        return False
    return not stripped.endswith((".", ";", ",", ":")) or stripped.endswith(("U.S.", "EE. UU.", "EE.UU.", "…"))


def is_sentence_ended(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip().rstrip("”\"»)’'").endswith((".", "!", "?", "…", ":"))
