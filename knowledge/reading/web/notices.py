"""How pages speak where they have no article: of cookies, of walls, of errors; in the languages that the bot speaks.

A paragraph is one of these only by what it tells its reader outside quotation marks, so that news about logins, cookies
or error pages stays what it is.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^”]{0,400}”|\"[^\"]{0,400}\"|«[^»]{0,400}»|„[^“”]{0,400}[“”]")
_LONGEST = 1_500
_LONGEST_ERROR = 80
_LONGEST_POINTER = 300


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE | re.DOTALL)


_WALL = _any(
    r"\b(?:log|sign)[ -]?in\b.{0,60}\bto (?:continue|read|keep|access|unlock|view|see)\b",
    r"\b(?:subscribe|register|sign up|create an? (?:free )?account)\b.{0,60}\bto (?:continue|read|keep|unlock)\b",
    r"\bto (?:continue|keep|read|access|view|unlock)\b.{0,80}\b(?:subscribe|log ?in|sign ?in|register|sign up)\b",
    r"\b(?:this|the (?:full|rest of th\w+)) (?:article|story|content|page|post) is\b.{0,40}\b(?:subscriber|member)s",
    r"\balready (?:a |have an? )(?:subscriber|subscription|member|account)",
    r"\bexclusive to (?:our )?(?:subscribers|members)",
    r"\byou(?:['’]ve| have) (?:read|reached|used|run out of)\b.{0,60}\b(?:articles?|limit)\b",
    r"\b(?:abonnieren|anmelden|einloggen|registrieren)\b.{0,60}\bweiter(?:zu)?lesen|\bbereits abonnent",
    r"\b(?:dieser|der ganze) (?:artikel|beitrag) ist\b.{0,60}\babonnenten\b",
    r"\b(?:article|contenu|suite)\b.{0,40}\bréservée?s? (?:à|aux) (?:nos )?abonnés|\bdéjà abonné",
    r"\b(?:abonnez-vous|connectez-vous|inscrivez-vous)\b.{0,60}\b(?:lire|continuer|accéder)",
    r"\b(?:contenido|artículo|noticia)\b.{0,20}\b(?:exclusiv[oa] )?para suscriptores|\bya (?:eres|soy) suscriptor",
    r"\b(?:suscríbete|inicia sesión|regístrate)\b.{0,60}\b(?:seguir leyendo|leer|continuar|acceder)",
    r"\b(?:оформите подписку|подпишитесь|войдите|зарегистрируйтесь)\b.{0,60}\b(?:продолж|прочит|читать)",
    r"\b(?:материал|статья|текст)\b.{0,30}\bтолько (?:для )?подписчикам?",
    r"\b(?:оформіть передплату|передплатіть|підпишіться|увійдіть|зареєструйтеся)\b.{0,60}\b(?:продовж|прочит|читати)",
    r"\b(?:матеріал|стаття|текст)\b.{0,30}\b(?:лише|тільки) (?:для )?передплатник",
)
_SITE_SPEAKS = _any(
    r"\b(?:we|our|us|i (?:agree|accept)|wir|uns|unsere\w?|nous|nos|notre|nosotros|nuestr[oa]s?|usamos|utilizamos)\b",
    r"\b(?:мы|нам|наш|наша|наши|нашего|наших|ми|наші|нашого)\b",
    r"\bthis (?:web)?site uses\b|\bdiese (?:web)?(?:site|seite) (?:verwendet|nutzt)|\bce site utilise",
    r"\beste sitio (?:web )?(?:usa|utiliza)|\b(?:этот|данный) сайт использует|\bцей сайт використовує",
)
_OF_CONSENT = _any(
    r"cookie|consent|privacy|personal data|personali[sz]|partners?\b|purposes?\b|legitimate interest|preferences",
    r"advert|tracking|einwilligung|zustimm|datenschutz|personenbezogen|werbung|zwecke|confidentialité|consentement|données",
    r"publicité|finalités|consentimiento|privacidad|datos personales|publicidad|aceptar",
    r"согласи|конфиденциальн|персональн|реклам|куки|файлы|згод|конфіденційн|файли",
)
_ERROR = _any(
    r"(?:oops|sorry|whoops)?[\W_]*(?:(?:http )?(?:error|fehler|erreur|ошибка|помилка)[\W_]*)?"
    r"(?:40[0134]|410|429|50[0234])(?:\W.{0,40})?",
    r".{0,30}\b(?:page|article)\b.{0,30}\b(?:not (?:be )?found|not exist|isn['’]t available|not available).{0,20}",
    r".{0,30}\b(?:page|article)\b.{0,30}\b(?:no longer (?:exists|available)|missing|unavailable|doesn['’]t exist)",
    r"not found|access denied|forbidden|service unavailable|(?:internal )?server error|something went wrong.{0,20}",
    r"just a moment.{0,5}|attention required.{0,20}|are you a robot.{0,5}|(?:please )?verify (?:that )?you are .{0,10}",
    r".{0,30}\b(?:seite|artikel)\b.{0,20}\bnicht (?:gefunden|verfügbar|vorhanden).{0,20}|zugriff verweigert",
    r".{0,30}\bpage\b.{0,20}(?:introuvable|non trouvée|n['’]existe (?:pas|plus)).{0,20}|accès refusé",
    r".{0,30}\bpágina\b.{0,20}\bno (?:se ha |ha sido )?(?:encontrad[oa]|existe|disponible).{0,20}|acceso denegado",
    r".{0,30}\b(?:страница|материал)\b.{0,20}(?:не найден|не существует|удал[её]н).{0,20}|доступ запрещ[её]н",
    r".{0,30}\b(?:сторінк[уа]|матеріал)\b.{0,20}(?:не знайдено|не існує|видалено).{0,20}|доступ заборонено",
)
_POINTER = _any(
    r"(?:lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|te puede interesar|más información)\s*[:|»]",
    r"(?:читайте также|читайте також|по теме|за темою)\s*[:|»]",
)


def is_wall_notice(paragraph: str) -> bool:
    """Whether a paragraph asks its reader to subscribe or log in to read on."""
    return len(paragraph) <= _LONGEST and bool(_WALL.search(_QUOTED.sub(" ", paragraph)))


def is_consent_notice(paragraph: str) -> bool:
    """Whether a paragraph tells, as the site, of cookies and personal data: "we", and two words of that trade."""
    own = _QUOTED.sub(" ", paragraph[:_LONGEST])
    words = {match.lower()[:6] for match in _OF_CONSENT.findall(own)}
    return len(words) >= 2 and bool(_SITE_SPEAKS.search(own))


def is_error_title(title: str) -> bool:
    """Whether a title is that of an error page, as a whole: "404", "Page not found"."""
    return len(title) <= _LONGEST_ERROR and bool(_ERROR.fullmatch(" ".join(title.split())))


def is_pointer(paragraph: str) -> bool:
    """Whether a paragraph points to another article: "Lire aussi : ..."; English ones are known to `interface`."""
    return len(paragraph) <= _LONGEST_POINTER and bool(_POINTER.match(paragraph))
