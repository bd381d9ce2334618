"""Headers of contact tables by field, as Outlook, Google, Thunderbird, Excel lists and our own export write them.

Folded, without digits and punctuation (see :func:`csv_headers.header_key`). What a language adds is a line here.
"""

from __future__ import annotations

from collections.abc import Mapping

HEADERS: Mapping[str, str] = {
    "name": "name|full name|display name|contact|contact name|file as|nombre|nombre completo|nombre y apellidos|"
    "nombre y apellido|apellidos y nombre|apellidos y nombres|apellido y nombre|nombre del contacto|contacto|"
    "mostrar como|nombre para mostrar|nombre mostrado|nombre a mostrar|journalist|reporter|periodista|nom|nom complet|"
    "nom affiche|person|persona",
    "given_name": "first name|given name|forename|first|middle name|second name|additional name|nombres|"
    "nombre de pila|primer nombre|segundo nombre|prenom|deuxieme prenom",
    "family_name": "last name|family name|surname|last|apellido|apellidos|primer apellido|segundo apellido|"
    "apellido paterno|apellido materno|nom de famille|second last name|second surname",
    "form_of_address": "form of address|salutation|prefix|name prefix|honorific|honorific prefix|courtesy title|"
    "tratamiento|prefijo|saludo|civilite",
    "email": "email|e mail|mail|email address|e mail address|work email|work e mail|business email|primary email|"
    "secondary email|correo|correo electronico|correos|emails|e mails|direccion de correo|correo e|"
    "direccion de correo electronico|direccion del correo electronico|correo electronico primario|"
    "correo electronico principal|correo electronico secundario|correo electronico adicional|correo principal|"
    "correo institucional|correo del trabajo|correo laboral|courriel|adresse de messagerie|adresse electronique|"
    "additional email|email adresse|e mail adresse",
    "home_email": "home email|home e mail|personal email|private email|correo personal|correo particular|"
    "courriel personnel",
    "phone": "phone|telephone|tel|phone number|telephone number|work phone|business phone|office phone|primary phone|"
    "company main phone|car phone|telefono|telefonos|phones|telefono fijo|telefono de trabajo|telefono del trabajo|"
    "telefono oficina|telefono de oficina|telefono de la oficina|telefono principal|telefono laboral|tlf|tlfno|tfno|"
    "telefono principal de la organizacion|telefono principal de la compania|numero de telefono|"
    "telefono del automovil|telephone professionnel|numero de telephone",
    "mobile": "mobile|mobile phone|mobile number|cell|cell phone|cellphone|cell number|movil|celular|telefono movil|"
    "telefono celular|numero de movil|numero movil|numero de celular|whatsapp|portable|telephone mobile|"
    "telephone portable|mobile tel",
    "home_phone": "home phone|private phone|telefono de casa|telefono particular|telefono personal|particular|"
    "telefono del domicilio|telephone personnel|telephone du domicile",
    "other_phone": "other phone|otro telefono|autre telephone",
    "organisation": "organisation|organization|organisation name|organization name|company|company name|outlet|media|"
    "media outlet|media organisation|media organization|publication|employer|newspaper|medium|organizacion|compania|"
    "institucion|medio|medios|medio de comunicacion|nombre del medio|empresa|entidad|organismo|organisme|entreprise|"
    "societe|organizacion nombre|nombre de la organizacion|nombre de la empresa|redaccion",
    "title": "title|job title|position|role|job|organization title|organisation title|function|cargo|puesto|"
    "puesto de trabajo|titulo|titulo del puesto|titulo de organizacion|ocupacion|funcion|fonction|titre|poste",
    "role_from": "role from|role since|since|in role since|desde|en el cargo desde|depuis",
    "role_to": "role to|role until|until|in role until|hasta|en el cargo hasta|jusqu a",
    "country": "country|country region|country code|business country region|business country|work country|"
    "home country|home country region|other country region|address country|nation|pais|pais region|pais o region|"
    "pais o region del trabajo|pais o region de trabajo|pais del trabajo|pais de trabajo|pais o region del domicilio|"
    "pais particular|codigo de pais|pays|pays region",
    "city": "city|town|locality|business city|work city|home city|address city|ciudad|localidad|poblacion|municipio|"
    "ciudad de trabajo|ciudad del trabajo|ciudad del domicilio|ciudad particular|ville",
    "languages": "language|languages|preferred language|preferred languages|spoken languages|correspondence language|"
    "idioma|idiomas|lengua|lenguas|idioma preferido|idioma de correspondencia|langue|langues",
    "tags": "tag|tags|keyword|keywords|etiqueta|etiquetas|palabras clave|mot cle|mots cles",
    "groups": "category|categories|group|groups|group membership|labels|categoria|categorias|grupo|grupos|"
    "pertenencia a grupos|pertenencia al grupo|categorie|groupe|groupes",
    "lists": "list|lists|media list|media lists|mailing list|mailing lists|distribution list|distribution lists|lista|"
    "listas|lista de medios|listas de medios|lista de distribucion|listas de distribucion|lista de correo|liste|listes",
    "beats": "beat|beats|topic|topics|subject|subjects|area|areas|coverage|tema|temas|tematica|fuente|fuentes|seccion|"
    "secciones|especialidad|especialidades|rubro|rubrique|sujet|sujets",
    "notes": "note|notes|comment|comments|remark|remarks|nota|notas|observacion|observaciones|comentario|comentarios|"
    "anotaciones|remarque|remarques|commentaire|commentaires",
    "source_id": "id|uid|uuid|guid|contact id|source id|record id|identificador|codigo|external id|id de contacto|"
    "id externo|identifiant",
    "time_zone": "time zone|timezone|zona horaria|huso horario|fuseau horaire",
    "gender": "gender|sex|genero|sexo|genre|sexe",
    "do_not_contact": "do not contact|do not email|do not mail|dnc|no contactar|no contacto|opt out|optout|"
    "opted out|unsubscribed|blocked|suppressed|baja|dado de baja|no enviar|ne pas contacter",
    "consents": "consent|consents|consent basis|legal basis|lawful basis|gdpr basis|gdpr consent|opt in|"
    "consentimiento|consentimientos|base legal|base juridica|consentement|base legale",
    "consent_source": "consent source|source of consent|origen del consentimiento|fuente del consentimiento|"
    "source du consentement",
    "consent_on": "consent date|consent on|consented on|date of consent|consent given|fecha de consentimiento|"
    "fecha del consentimiento|date du consentement",
    "embargo_agreements": "embargo|embargo agreement|embargo agreements|embargo agreed|embargo agreement date|"
    "embargo agreed on|acuerdo de embargo|acuerdos de embargo|fecha de acuerdo de embargo|"
    "fecha del acuerdo de embargo|accord d embargo",
    "bounces": "bounces|bounced addresses|rebotes",
}
