# Lo que una persona lee al dejar y seguir su tarjeta, en español: usted, español neutro de América. Los mismos
# identificadores están en en.ftl.

office = Oficina de Satisfacción del Cliente
skip = Ir al contenido
nav-label = Menú principal
nav-results = Resultados
nav-track = Seguir su mensaje
nav-receipt = Verificar un recibo
enter-another = Registrar otro mensaje
enter-back = Volver a los casos
own-name = Español
only-en = en inglés
only-fr = en francés
languages = Idiomas
close = Cerrar
sample-data = Esto es una demostración. Los servicios son reales; las respuestas son datos de ejemplo.
footer = La Oficina de Satisfacción del Cliente es neutral. Recibe felicitaciones, sugerencias, quejas y preguntas sobre los servicios del gobierno.

# La tarjeta. Estas frases viajan con la página; el lugar de un valor se llena en el navegador.
card-heading = ¿Cómo fue este servicio?
card-optional = Elija de qué se trata. Después, responda solo lo que quiera.
card-intent = ¿Qué desea enviarnos?
card-intent-compliment = Una felicitación
card-intent-compliment-hint = Algo salió bien
card-intent-suggestion = Una sugerencia
card-intent-suggestion-hint = Algo podría mejorar
card-intent-complaint = Una queja
card-intent-complaint-hint = Algo salió mal
card-intent-question = Una pregunta
card-intent-question-hint = Algo que necesita saber
card-overall = En general, ¿cómo califica este servicio?
card-drivers-heading = ¿Cómo califica cada aspecto del servicio?
card-driver-timeliness = El tiempo que tomó
card-driver-knowledge = Los conocimientos y las explicaciones del personal
card-driver-courtesy = La cortesía y el esfuerzo por ayudarle
card-driver-fairness = El trato justo
card-driver-outcome = Lo que obtuvo al final
card-point-1 = Muy insatis{ "\u00AD" }factorio
card-point-2 = Insatis{ "\u00AD" }factorio
card-point-3 = Neutral
card-point-4 = Satis{ "\u00AD" }factorio
card-point-5 = Muy satis{ "\u00AD" }factorio
card-does-not-apply = No se aplica
card-comment = ¿Qué desea decirnos?
card-comment-compliment = ¿Qué salió bien?
card-comment-suggestion = ¿Qué cambiaría usted?
card-comment-complaint = ¿Qué salió mal?
card-comment-question = ¿Qué necesita saber?
card-comment-limit = Hasta 4000 caracteres. Por favor, no escriba direcciones ni números personales, como su número de seguro social (SIN). Puede nombrar a quien quiera felicitar.
card-comment-left = Caracteres restantes: { $count }
card-comment-over = Caracteres de más: { $count }
card-privacy = { $channel ->
    [kiosk] Usamos lo que se dice aquí para mejorar el servicio y, si es una queja o una pregunta, para responder. Nadie tiene que decir quién es.
    [phone] Usamos lo que se dice aquí para mejorar el servicio y, si es una queja o una pregunta, para responder. Nadie tiene que decir quién es.
    [paper] Usamos lo que se dice aquí para mejorar el servicio y, si es una queja o una pregunta, para responder. Nadie tiene que decir quién es.
   *[other] Usamos lo que usted envía para mejorar el servicio y, si presenta una queja o una pregunta, para responderle. No tiene que decir quién es. No usamos cookies ni guardamos su dirección IP. Guardamos la dirección de la página desde la que llegó.
}
card-send = Enviar
card-sending = Enviando…
card-waiting = Su mensaje todavía no se ha enviado. Deje este formulario abierto: seguimos intentándolo, y el mensaje se enviará automáticamente en cuanto sea posible. También está guardado en esta pestaña. Si cierra la pestaña, se perderá.
card-waiting-here = { $channel ->
    [kiosk] Su mensaje todavía no se ha enviado. Seguimos intentándolo. Cinco minutos después del último toque se borra esta pantalla, y un mensaje que no se haya enviado para entonces se pierde.
   *[other] Su mensaje todavía no se ha enviado. Deje este formulario abierto: seguimos intentándolo, y el mensaje se enviará automáticamente en cuanto sea posible. Si cierra el formulario, su mensaje se perderá.
}
card-checking = Llegan muchos mensajes desde su red, así que su dispositivo hace una breve comprobación. Después su mensaje se envía solo. Puede tardar medio minuto. Deje este formulario abierto.
card-changed = Usted cambió su mensaje, así que no se enviará automáticamente. Presione “Enviar” cuando esté listo.
card-unsent-hint = Cópielo antes de salir de esta página.
card-unsent = Lo que usted escribió
card-clear = Borrar lo que escribí
card-draft = Lo que usted escribe queda en esta pestaña hasta que lo envíe, lo borre o cierre la pestaña.
card-clear-all = Sí, borrar todo
card-empty = Deje esto vacío
card-summary-heading = Revise esto antes de enviar
card-fault-says-nothing = Califique algo o escriba algo.
card-fault-asks-nothing = Escriba su pregunta.
card-fault-no-intent = Elija qué desea enviarnos.
card-fault-too-long = Su texto es demasiado largo. Caracteres de más: { $over }.
card-put-right = ¿Qué se podría hacer para solucionar el problema?
card-put-right-hint = Por ejemplo: una disculpa, una explicación, una corrección. Hasta 1000 caracteres.
card-achieved = ¿Obtuvo lo que necesitaba?
card-achieved-yes = Sí
card-achieved-partly = En parte
card-achieved-no = No
card-clear-answer = Borrar esta respuesta
card-more-heading = Algunas preguntas más
card-more-expectations = En comparación con lo que usted esperaba, el servicio fue:
card-more-expectations-1 = Mucho peor
card-more-expectations-2 = Peor
card-more-expectations-3 = Como lo esperaba
card-more-expectations-4 = Mejor
card-more-expectations-5 = Mucho mejor
card-more-ideal = ¿Qué tan cerca estuvo este servicio del mejor que pueda imaginar?
card-more-ideal-1 = Muy lejos
card-more-ideal-2 = Lejos
card-more-ideal-3 = A medio camino
card-more-ideal-4 = Cerca
card-more-ideal-5 = Muy cerca
card-more-trust = ¿Cuánto confía en que este servicio trate bien a las personas?
card-more-trust-1 = Nada
card-more-trust-2 = Un poco
card-more-trust-3 = Más o menos
card-more-trust-4 = Mucho
card-more-trust-5 = Totalmente
card-doors-heading = Qué puede hacer esta oficina
card-doors-can = Revisamos el trato que usted recibió: demoras, errores, malos modales, respuestas poco claras. Podemos pedir al servicio que dé una explicación, que se disculpe y que solucione el problema.
card-doors-cannot = No podemos cambiar una decisión. Tampoco podemos acelerar un expediente ni consultarlo.
card-doors-appeal = ¿No está de acuerdo con una decisión? Pida la revisión o la apelación que se indica en la carta de la decisión. El plazo sigue corriendo mientras leemos su queja.
card-doors-other = ¿Se trata de otra institución del gobierno? Use el formulario que está en la página de esa institución o llame al 1 800 O‑Canada (1‑800‑622‑6232).
card-danger = ¿Está en peligro? Llame al 9‑1‑1. ¿Está pensando en el suicidio? Llame o envíe un mensaje de texto al 9‑8‑8, de día o de noche.
card-danger-now = ¿Está en peligro ahora? Llame al 9‑1‑1. ¿Está pensando en el suicidio? Llame o envíe un mensaje de texto al 9‑8‑8, de día o de noche. Este formulario no se lee de inmediato.
card-reply = ¿Cómo desea recibir nuestra respuesta?
card-reply-code = De forma anónima
card-reply-code-hint = Recibirá una referencia y un código. Con ellos podrá leer nuestra respuesta en este sitio.
card-reply-email = Por correo electrónico
card-reply-phone = Por teléfono
card-reply-post = Por correo postal
card-reply-instead = Para recibir la respuesta por teléfono, por correo electrónico o por correo postal, elija esa opción en “¿Cómo desea recibir nuestra respuesta?”. Ahí sus datos están más protegidos.
card-address-email = Su correo electrónico
card-address-phone = Su número de teléfono
card-address-post = Su nombre y su dirección postal
card-consents = Lo que usted permite
card-consent-contact = Usar estos datos para responderme (necesario).
card-consent-share-identity = Decir quién soy a las personas que prestan el servicio, para que puedan solucionar el problema.
card-consent-follow-up = Preguntarme más adelante cómo se atendió mi mensaje.
card-consent-publish-quote = Pueden publicar una frase de mi mensaje, sin nada que revele quién soy.
card-notice-heading = Aviso de privacidad
card-notice-why = Pedimos sus datos de contacto para responderle, y para lo que usted permita más abajo.
card-notice-authority = Lo que nos permite pedirlos: { $authority }.
card-notice-shared = Solo los ve la persona que le responde, a menos que usted permita otros usos a continuación.
card-notice-choice = No tiene que darlos. También puede seguir su mensaje con un código.
card-notice-rights = Puede pedir verlos y que se corrijan.
card-notice-bank = Se guardan en el banco de información personal { $bank }.
card-notice-complain = Si no está conforme con el uso que les damos, puede presentar una queja ante el Comisionado de Privacidad de Canadá.
card-guard-heading = Su texto parece contener datos personales
card-guard-why = No los necesitamos para leer su mensaje. Podemos poner una descripción en su lugar, como “[número de teléfono]”.
card-guard-replace = Reemplazar y enviar
card-guard-anyway = Enviar como está
card-guard-change = Cambiar mi texto
card-guard-kind-sin = número de seguro social
card-guard-kind-payment-card = número de tarjeta de pago
card-guard-kind-phone = número de teléfono
card-guard-kind-email = correo electrónico
card-guard-kind-postal-code = código postal
card-guard-kind-passport = número de pasaporte
card-guard-kind-ip-address = dirección IP
card-guard-kind-birth-date = fecha de nacimiento
card-guard-kind-case-number = número de expediente
card-guard-kind-address = domicilio
card-guard-kind-person-name = nombre de una persona
card-guard-kind-health-card = número de tarjeta de salud o de licencia de conducir
card-fault-no-address = Escriba cómo podemos comunicarnos con usted, o elija “De forma anónima”.
card-fault-needs-consent = Marque la casilla que nos permite usar estos datos para responderle, o elija “De forma anónima”.
card-script-begin = Lea en voz alta: “Le haré unas preguntas breves sobre el servicio. No tiene que responderlas todas ni decir quién es”. Si va a anotar datos de contacto, lea antes en voz alta el aviso de privacidad.
card-sheet = Código de la hoja
card-sheet-hint = Está impreso en la parte de arriba de la tarjeta de papel. Si no hay código, deje este campo vacío: recibirá dos códigos para enviar a la persona.
card-receipt-heading = { $channel ->
    [phone] Recibimos el mensaje.
    [paper] Recibimos el mensaje.
   *[other] Gracias. Recibimos su mensaje.
}
next-keep = { $channel ->
    [phone] Lea los dos códigos en voz alta, despacio, y pida a la persona que los anote. Hacen falta los dos para seguir el mensaje.
    [paper] Envíe estos dos códigos a la persona. Hacen falta los dos para seguir el mensaje.
    [kiosk] Anote los dos códigos o tómeles una foto. Hacen falta los dos para seguir su mensaje. Esta pantalla se borra si nadie la toca durante un minuto.
   *[other] Anote la referencia y el código de acceso, o imprima esta página. Hacen falta los dos para seguir su mensaje.
}
card-receipt-reference = Referencia
card-receipt-code = Código de acceso
card-receipt-copy = Copiar
card-receipt-copied = Se copiaron la referencia y el código de acceso.
card-receipt-not-copied = Su navegador no permitió copiar. Anote los dos o imprima esta página.
card-receipt-print = Imprimir
card-receipt-save = Guardar el recibo
card-receipt-save-hint = Este archivo firmado prueba que recibimos el mensaje. Contiene todo lo que se envió, incluidos los datos de contacto, si los hay.
next-stub = La persona tiene el código de acceso, en la parte de la hoja que desprendió.
next-thanks = No tiene que hacer nada más. Guarde estos códigos por si más adelante quiere preguntar por su mensaje.
card-receipt-next = { $channel ->
    [phone] Lea en voz alta qué sucede ahora
    [paper] Lo que la persona puede esperar
   *[other] Qué sucede ahora
}
card-receipt-track = Seguir su mensaje
card-receipt-again = { $channel ->
    [phone] Llenar otra tarjeta
    [paper] Llenar otra tarjeta
   *[other] Escribir otro mensaje
}
card-kiosk-scan = Para seguir su mensaje en su teléfono, apunte la cámara a este código:

# La pantalla de un quiosco que ya nadie toca.
kiosk-heading = ¿Sigue ahí?
kiosk-left = Esta pantalla se borrará en { $count } segundos.
kiosk-more-time = Necesito más tiempo
kiosk-cleared = Se borró esta pantalla. Enseguida aparecerá un formulario nuevo.

# Qué sucede ahora con una tarjeta.
next-about = Servicio: { $service }. Recibido el { $date }.
next-sorted = Una persona de la Oficina de Satisfacción del Cliente leerá el mensaje.
next-counts-from = Su mensaje llegó fuera del horario de atención, así que el plazo se cuenta desde el { $date }.
next-acknowledged = { $days ->
    [one] Una persona de nuestro equipo se hará cargo en un plazo de { $days } día hábil: a más tardar el { $date }.
   *[other] Una persona de nuestro equipo se hará cargo en un plazo de { $days } días hábiles: a más tardar el { $date }.
}
next-answered = { $days ->
    [one] Usted recibirá una respuesta en el día hábil siguiente: a más tardar el { $date }.
   *[other] Usted recibirá una respuesta en los { $days } días hábiles siguientes: a más tardar el { $date }.
}
next-track = La respuesta estará en la página “Seguir su mensaje”, en { $address }. Ábrala con su referencia y su código de acceso.
next-address = También le responderemos por el medio de contacto que usted indicó.
next-read = Lo que usted escribió se guarda junto con lo que otras personas dicen de este servicio.
next-counted = Si dio calificaciones, se cuentan en los resultados publicados.

# Qué está mal en un campo de una tarjeta.
fault-missing = Este campo es obligatorio.
fault-unknown = No hay ningún campo con este nombre.
fault-twice = Este campo se llenó más de una vez. Llénelo una sola vez.
fault-not-a-choice = Esta no es una de las opciones.
fault-not-a-rating = Una calificación es un número entero del 1 al 5. Para los cinco aspectos también puede ser “n/a”.
fault-not-an-id = Un identificador es un UUID, por ejemplo 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = Como máximo { $limit } caracteres; este texto tiene { $given }.
fault-not-an-email = Revise el correo electrónico. Debe tener la forma nombre@ejemplo.ca.
fault-not-a-phone = Revise el número de teléfono: use de 7 a 20 dígitos. Puede llevar extensión.
fault-not-an-address = Una dirección postal debe tener de 6 a 500 caracteres.
fault-not-a-sheet = Este no es el código de una hoja. Revise cada carácter en la hoja y escriba el código de nuevo.
fault-not-a-page = Esta no es la dirección de una página web.

# Qué puede salir mal en una puerta.
problem-not-found-title = Esta página no existe
problem-not-found-detail = No hay nada en esta dirección. Revísela, o presione el nombre de la oficina, arriba, para ir al inicio.
problem-method-not-allowed-title = Esta dirección no se puede usar así
problem-method-not-allowed-detail = La dirección existe, pero no acepta este tipo de solicitud. No se cambió nada.
problem-too-large-title = Demasiado grande
problem-too-large-detail = Lo que se envió es más grande de lo que acepta esta dirección. No se guardó nada. Envíe menos contenido.
problem-wrong-type-title = Tipo de contenido incorrecto
problem-wrong-type-detail = Lo que se envió no es del tipo que lee esta dirección. No se guardó nada. Indique el tipo de contenido y envíelo otra vez.
problem-malformed-title = No se pudo leer
problem-malformed-detail = No se pudo leer lo que se envió. No se guardó nada. Revise el formato y envíelo otra vez.
problem-card-title = Hay que cambiar algo en el mensaje
problem-card-detail = Algo en el mensaje no se puede aceptar como está. Todavía no se guardó nada. Cambie lo que se indica y envíelo otra vez.
problem-unknown-service-title = No conocemos este servicio
problem-unknown-service-detail = Ningún servicio con este nombre recibe mensajes aquí. No se guardó nada. Revise la dirección del formulario.
problem-service-closed-title = Este servicio no recibe mensajes por ahora
problem-service-closed-detail = El servicio cerró su formulario por el momento. No se guardó nada. Inténtelo de nuevo más tarde.
problem-not-signed-in-title = Inicie sesión
problem-not-signed-in-detail = Esto es para el personal que ha iniciado sesión. No se cambió nada. Inicie sesión e inténtelo de nuevo.
problem-unfinished-title = Su cuenta no está lista
problem-unfinished-detail = Elija su propia contraseña o configure un segundo factor en la página de su cuenta. No se cambió nada. Después, inténtelo de nuevo.
problem-forbidden-title = Esto no está permitido
problem-forbidden-detail = Usted no puede hacer esto, o la página estuvo abierta demasiado tiempo. No se cambió nada. Regrese, cargue la página de nuevo e inténtelo otra vez.
problem-conflict-title = Esto cambió mientras tanto
problem-conflict-detail = Otra persona lo cambió, o ese paso no es posible ahora. No se reemplazó nada. Regrese y cargue la página de nuevo.
problem-foreign-title = Este formulario viene de otro sitio
problem-foreign-detail = Lo que se envió no viene de una de nuestras páginas. No se guardó nada. Abra nuestro propio formulario y envíelo desde allí.
problem-asked-title = Espere un momento y envíelo otra vez
problem-asked-detail = Llegan muchos mensajes desde su red. El suyo todavía no se ha enviado y nada se ha perdido. Espere { $seconds } segundos y pulse Enviar.
problem-too-many-title = Demasiados mensajes desde su red
problem-too-many-detail = Llegaron desde su red más mensajes de los que podemos recibir. El suyo no se ha enviado. Guárdelo y envíelo otra vez dentro de unos minutos.
problem-unavailable-title = No podemos hacerlo en este momento
problem-unavailable-detail = En este momento el servidor está demasiado ocupado o no tiene acceso a los datos. Si estaba enviando algo, envíelo otra vez en unos segundos: un mensaje que se envía dos veces se cuenta una sola vez.
problem-internal-title = Algo falló de nuestro lado
problem-internal-detail = El servidor no pudo terminar. Inténtelo de nuevo; si vuelve a pasar, avísenos por otro medio.
problem-took-too-long-title = Esto tardó demasiado
problem-took-too-long-detail = El servidor no pudo terminar en 30 segundos. Si estaba enviando algo, envíelo otra vez: un mensaje que se envía dos veces se cuenta una sola vez.
unbuilt-title = La tarjeta no está lista
unbuilt-detail = Este servidor se compiló sin la tarjeta. Las personas que lo administran pueden compilarla con este comando y volver a iniciar el servidor:

# Seguir una tarjeta.
track-title = Seguir su mensaje
track-intro = La referencia y el código de acceso están en su recibo. No necesita una cuenta.
track-reference = Referencia
track-reference-hint = Por ejemplo, 7K3M-9QXA-2B4C-E. Con mayúsculas o minúsculas, con o sin guiones.
track-code = Código de acceso
track-button = Mostrar
track-refused = Esta referencia y este código de acceso no coinciden. Revise si hay un carácter equivocado en alguno de los dos e inténtelo de nuevo.
progress-title = Estado de su mensaje
progress-being-sorted = Recibimos su mensaje. Lo estamos clasificando, lo que tarda un minuto. Si mañana esta página aún lo dice, algo lo retrasa de nuestro lado: está guardado y se nos avisa de ello.
progress-in-quarantine = Tenemos su mensaje. Parece enviado por una máquina, así que primero lo revisa una persona. No se borra nada.
progress-spam = Tenemos su mensaje. Una persona lo revisó y consideró que lo envió una máquina. Se conserva, pero no recibe respuesta. Si lo escribió usted, envíelo otra vez con sus propias palabras, sin enlaces.
progress-recorded-compliment = Gracias. Su felicitación quedó registrada. Si dio calificaciones, se cuentan en los resultados. Las felicitaciones no necesitan respuesta.
progress-recorded-suggestion = Gracias. Su sugerencia quedó registrada. Si dio calificaciones, se cuentan en los resultados. Cuando la oficina la haya leído, podrá ver aquí el resultado.
progress-verdict-will-be-done = Su sugerencia se llevará a cabo. Lo decidimos el { $date }.
progress-verdict-looked-into = Estudiamos su sugerencia desde el { $date }. Vuelva para ver el resultado.
progress-verdict-will-not-be-done = Su sugerencia no se llevará a cabo. Lo decidimos el { $date }.
progress-verdict-why = Por qué
progress-verdict-published = Ya está hecho. Lea qué cambió.
progress-passed-on = Gracias. El { $date } enviamos su felicitación al equipo de este servicio: { $service }.
progress-recorded-complaint = Su queja quedó registrada.
progress-recorded-question = Su pregunta quedó registrada.
progress-steps = Pasos
progress-answer = Nuestra respuesta
progress-answered-on = Respondido el { $date }.
progress-next-date = Tendrá noticias nuestras a más tardar el { $date }.
progress-look-again = Lo revisaremos el { $date }.
step-received = Recibido
step-counts-from = El plazo para responder se cuenta desde el { $date }.
step-acknowledged = A cargo de nuestro equipo
step-to-acknowledge = Nuestro equipo se hace cargo
step-acknowledged-by = La persona a cargo es { $officer }.
step-answered = Respondido
step-to-answer = Respuesta
step-due = A más tardar el { $date }
lateness-on-time = { $days ->
    [one] Queda { $days } día hábil.
   *[other] Quedan { $days } días hábiles.
}
lateness-today = El plazo vence hoy.
lateness-overdue = { $days ->
    [one] { $days } día hábil de retraso.
   *[other] { $days } días hábiles de retraso.
}

# Seguir un caso.
progress-place-received = Tenemos su mensaje. Una persona se hará cargo.
progress-place-taken-up = Una persona tiene su mensaje y lo está leyendo.
progress-place-answered = Ya le respondimos.
progress-place-looked-into = Estamos estudiando su queja.
progress-place-reopened = Una revisión concluyó que su queja debe estudiarse de nuevo. Lo hace otra persona.
progress-place-referred = Pedimos al servicio que lo resuelva con usted.
progress-place-waiting = Le hicimos una pregunta. Nuestro plazo se detiene hasta que responda.
progress-place-suspended = La ley nos obliga a esperar.
progress-place-deciding = Ya estudiamos su queja y estamos escribiendo la decisión.
progress-place-commenting = Hemos escrito lo que pensamos de su queja. Antes de decidir, puede decirnos qué opina de ello.
progress-comment-until = Puede escribirnos al respecto hasta el { $date }.
progress-proposed = Lo que pensamos por ahora
progress-form-twice = Usted cambió este formulario y lo envió de nuevo. Respondemos a cada envío. Elija cuál quiere ver:
progress-silent-until = Si no tenemos noticias suyas, podemos cerrar su caso después del { $date }. Después puede responder todavía durante 60 días.
progress-handed-over = Nadie de nuestra oficina puede llevar su caso: cada uno de nosotros está relacionado con él o ya intervino en él. Por eso, { $office } se ocupa de su caso desde el { $date }. Si nos dijo cómo comunicarnos con usted, el personal de esa oficina ahora puede verlo. Las fechas que le dimos no cambian.
progress-reminder = Le hicimos una pregunta y aún no tenemos respuesta. Si no tenemos noticias suyas, podemos cerrar su caso después del { $date }. Después puede responder todavía durante 60 días.
progress-not-kept = No pudimos guardar lo que escribió. Su texto sigue aquí: envíelo de nuevo en unos minutos.
progress-place-decided = Ya decidimos. Puede leer la decisión abajo.
progress-place-remedy = Ya decidimos. Falta cumplir lo prometido, y lo comprobamos.
progress-place-review = Otra persona revisa nuestra decisión.
progress-place-final = La revisión terminó. Puede leerla abajo.
progress-place-outside = No podemos estudiar esto. Nuestro mensaje de abajo le dice a dónde acudir.
progress-place-settled = El servicio lo resolvió con usted.
progress-place-closed = Ya decidimos y no queda nada por hacer.
progress-place-silent = Cerramos el caso porque no tuvimos respuesta. Escriba en los próximos 60 días y seguimos.
progress-place-withdrawn = Usted retiró su mensaje.
progress-place-merged = Le respondemos junto con otro mensaje sobre lo mismo.
progress-fix = Lo que se corrigió
progress-together-by = Responderemos a más tardar el { $date }. Entonces podrá leer la respuesta aquí.
progress-apart = ¿Su mensaje trata de otra cosa?
progress-apart-why = ¿Qué es diferente?
progress-apart-intro = Si la respuesta no corresponde a lo que le pasó, díganoslo en esta página. Entonces miramos su mensaje por separado.
progress-apart-send = Pedir que miren mi mensaje por separado
progress-done-apart = Ahora miramos su mensaje por separado.
progress-place-anonymised = El caso está cerrado y se quitó lo que lleva a usted.
progress-erase = Pedir que se borre lo que lleva a usted
progress-erase-intro = Borramos lo que usted escribió, sus datos de contacto y lo que le escribimos. Después nadie puede seguir este mensaje ni recuperarlo.
progress-erase-sure = Sí, bórrenlo en cuanto puedan.
progress-erase-send = Pedirlo
progress-done-erase = Tenemos su solicitud.
progress-erase-now-open = Usted pidió que borremos lo que lleva a usted. Todavía lo necesitamos para responderle. Lo borramos cuando esto se cierre.
progress-erase-now-held = Usted pidió que borremos lo que lleva a usted. La ley nos obliga a guardarlo por ahora. Lo borramos en cuanto podamos.
progress-erase-now-soon = Usted pidió que borremos lo que lleva a usted. Lo hacemos en un plazo de 30 días.
progress-erase-now-done = Lo que llevaba a usted se borró.
progress-erase-owed = Usted pidió que borremos lo que lleva a usted. La ley nos obliga a guardarlo hasta el { $date }. Lo borramos entonces.
progress-late = Estamos atrasados y lo sentimos.
progress-decision = Nuestra decisión
progress-review-changed = { $officer } la revisó y cambió la decisión.
progress-review-stands = { $officer } la revisó. La decisión se mantiene.
progress-outcome-upheld = Usted tenía razón.
progress-outcome-partly-upheld = Usted tenía razón en parte.
progress-outcome-not-upheld = No estamos de acuerdo.
progress-outcome-no-finding = Se resolvió, así que no decidimos.
progress-outcome-inconclusive = No pudimos saberlo.
progress-remedies = Lo que prometemos
progress-remedy-done = Hecho. Lo comprobamos.
progress-outside = Es nuestra última palabra. Si aún no está de acuerdo, puede acudir a un defensor externo o a un tribunal.
progress-messages = Mensajes
progress-you = Usted
progress-write = Escríbanos
progress-reply = Su respuesta
progress-write-hint = No tiene que decir quién es. Lo que parece personal no lo vemos.
progress-send = Enviar
progress-review = ¿No está de acuerdo? Pida una revisión
progress-review-until = Alguien que no participó en la decisión la revisa. Puede pedirlo hasta el { $date }.
progress-review-why = ¿Qué está mal en la decisión?
progress-review-send = Pedir la revisión
progress-rate = ¿Cómo lo atendimos?
progress-rate-how = ¿Qué tan satisfecho está con la forma en que lo atendimos?
progress-rate-send = Enviar esta calificación
progress-withdraw = Retirar mi mensaje
progress-withdraw-sure = Sí, lo retiro. No quiero respuesta.
progress-withdraw-send = Retirarlo ahora
progress-done-message = Recibimos sus palabras.
progress-done-review = Pidió una revisión. Otra persona verá la decisión.
progress-done-withdraw = Lo retiró. No haremos nada más.
progress-done-rate = Gracias. Tenemos su calificación.
progress-not-said = Primero escriba o elija algo. No se envió nada.
progress-too-long = Su texto es demasiado largo. Como máximo 4000 caracteres. No se envió nada.
progress-not-sure = Primero marque la casilla. No se cambió nada.
progress-changed = Algo cambió mientras tanto, así que no se envió nada. Lea lo nuevo y envíelo otra vez si aún quiere.

# Las cartas.
letter-subject = Noticias de su mensaje { $reference }
letter-hello = Buenos días:
letter-about = Usted nos escribió el { $date }.
letter-answer-by = Le responderemos a más tardar el { $date }.
letter-reminder = Nuestra pregunta sigue abierta.
letter-silence = Si no sabemos nada de usted, podremos cerrar el caso después del { $date }.
letter-extended = Necesitamos más tiempo del que prometimos, y lo lamentamos.
letter-reason-complex = Es más difícil de lo que parecía.
letter-reason-information = Todavía nos falta información.
letter-reason-comments = Alguien puede comentar todavía lo que encontramos.
letter-reason-capacity = No tenemos suficiente personal.
letter-program-by = El servicio tiene hasta el { $date }. Si no lo resuelve con usted, lo examinamos nosotros.
letter-program-silent = El servicio no nos respondió a tiempo.
letter-put-right = Lo que salió mal ya se corrigió. No queda nada por hacer.
letter-outside = Si después de eso todavía no está de acuerdo, puede dirigirse a { $ombudsman }.
letter-outside-now = Si no está de acuerdo, puede dirigirse a { $ombudsman }.
letter-closed = Su caso está cerrado.
letter-writes = { $officer } le escribe:
letter-page = Para ver cómo va o para escribirnos, abra esta página:
letter-codes = Necesita su referencia, { $reference }, y el código de acceso de su recibo. Nunca enviamos el código ni se lo pedimos.
letter-automatic = Una respuesta a este correo no llega a su caso. Escríbanos en la página indicada arriba.
