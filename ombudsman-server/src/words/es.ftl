# Lo que una persona lee al dejar y seguir su tarjeta, en español: usted, español neutro de América. Los mismos
# identificadores están en en.ftl.

office = Oficina de Satisfacción del Cliente
skip = Ir al contenido
nav-label = Principal
nav-results = Resultados
nav-track = Seguir su tarjeta
own-name = Español
languages = Idiomas
close = Cerrar
sample-data = Esto es una demostración. Los servicios son reales; las respuestas son datos de ejemplo.
footer = La Oficina de Satisfacción del Cliente es neutral. Recibe felicitaciones, sugerencias, quejas y preguntas sobre los servicios del gobierno.

# La tarjeta. Estas frases viajan con la página; el lugar de un valor se llena en el navegador.
card-heading = ¿Cómo fue este servicio?
card-intent = ¿Qué desea enviarnos?
card-intent-compliment = Una felicitación
card-intent-compliment-hint = Algo salió bien
card-intent-suggestion = Una sugerencia
card-intent-suggestion-hint = Algo podría mejorar
card-intent-complaint = Una queja
card-intent-complaint-hint = Algo salió mal
card-intent-question = Una pregunta
card-intent-question-hint = Algo que necesita saber
card-overall = En general, este servicio fue:
card-drivers-heading = ¿Cómo evalúa estos aspectos del servicio?
card-driver-timeliness = El tiempo que tomó
card-driver-knowledge = Los conocimientos y las explicaciones del personal
card-driver-courtesy = La cortesía y el esfuerzo por ayudar
card-driver-fairness = El trato justo
card-driver-outcome = Lo que obtuvo al final
card-point-1 = Muy insatisfactorio
card-point-2 = Insatisfactorio
card-point-3 = Ni lo uno ni lo otro
card-point-4 = Satisfactorio
card-point-5 = Muy satisfactorio
card-does-not-apply = No se aplica
card-comment = ¿Qué desea decirnos?
card-comment-compliment = ¿Qué salió bien?
card-comment-suggestion = ¿Qué cambiaría usted?
card-comment-complaint = ¿Qué salió mal y cómo se podría corregir?
card-comment-question = ¿Qué necesita saber?
card-comment-limit = Hasta 4000 caracteres. Por favor, no escriba nombres, direcciones ni números personales, como su número de seguro social (SIN).
card-comment-left = Caracteres que quedan: { $count }
card-comment-over = Caracteres de más: { $count }
card-privacy = Usamos lo que usted envía para mejorar el servicio y, si presenta una queja o una pregunta, para responderle. No tiene que decir quién es. No usamos cookies ni guardamos su dirección IP. Guardamos la dirección de la página de donde viene.
card-send = Enviar
card-sending = Enviando…
card-not-sent = No se pudo enviar su tarjeta en este momento. No se perdió nada: lo que escribió sigue aquí. Espere un momento y vuelva a presionar Enviar.
card-summary-heading = Revise esto antes de enviar
card-fault-says-nothing = Califique algo o escriba algo.
card-fault-no-intent = Elija qué desea enviarnos.
card-fault-too-long = Su texto tiene { $over } caracteres de más.
card-receipt-heading = Gracias. Tenemos su tarjeta.
card-receipt-keep = Anote la referencia y el código de acceso, o imprima esta página. No sabemos quién es usted: solo con los dos juntos se puede ver en qué va su tarjeta.
card-receipt-reference = Referencia
card-receipt-code = Código de acceso
card-receipt-next = Qué sigue
card-receipt-track = Seguir su tarjeta
card-receipt-again = Escribir otra tarjeta

# Qué sigue con una tarjeta.
next-sorted = Una persona de la Oficina de Satisfacción del Cliente lee lo que usted escribió.
next-acknowledged = Una persona de nuestro equipo se hace cargo en un plazo de 1 día hábil.
next-answered = Usted recibe una respuesta en los 7 días hábiles siguientes.
next-track = La respuesta estará en la página “Seguir su tarjeta”. Ábrala con su referencia y su código de acceso.
next-read = Lo que escribió se guarda junto con lo que otras personas dicen de este servicio.
next-counted = Si dio calificaciones, cuentan en los resultados publicados.

# Qué está mal en un campo de una tarjeta.
fault-missing = Este dato es necesario.
fault-unknown = No hay ningún campo con este nombre.
fault-twice = Este dato se dio más de una vez. Délo una sola vez.
fault-not-a-choice = Esta no es una de las opciones.
fault-not-a-rating = Una calificación es un número entero del 1 al 5. Para los cinco aspectos también puede ser “n/a”.
fault-not-an-id = Un identificador es un UUID, por ejemplo 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = Como máximo { $limit } caracteres; este texto tiene { $given }.
fault-not-an-email = Esta no es una dirección de correo electrónico.
fault-not-a-page = Esta no es la dirección de una página web.
fault-says-nothing = Califique algo o escriba algo.
fault-needs-consent = Para dar una dirección hace falta el consentimiento “contact”.

# Qué puede salir mal en una puerta.
problem-not-found-title = Esta página no existe
problem-not-found-detail = No hay nada en esta dirección. Revísela, o siga el nombre de la oficina, arriba, para ir al inicio.
problem-method-not-allowed-title = Esta dirección no se puede usar así
problem-method-not-allowed-detail = La dirección existe, pero no acepta este tipo de solicitud. No se cambió nada.
problem-too-large-title = Demasiado grande
problem-too-large-detail = Lo que se envió es más grande de lo que acepta esta dirección. No se guardó nada. Envíe menos.
problem-wrong-type-title = Tipo de contenido equivocado
problem-wrong-type-detail = Lo que se envió no es del tipo que lee esta dirección. No se guardó nada. Indique el tipo de contenido y envíelo otra vez.
problem-malformed-title = No se pudo leer
problem-malformed-detail = No se pudo leer lo que se envió. No se guardó nada. Revise su forma y envíelo otra vez.
problem-card-title = Hay que cambiar algo en la tarjeta
problem-card-detail = Algo en la tarjeta no se puede aceptar como está. Todavía no se guardó nada. Cambie lo que se indica y envíela otra vez.
problem-unknown-service-title = No conocemos este servicio
problem-unknown-service-detail = Ningún servicio con este nombre recibe tarjetas aquí. No se guardó nada. Revise la dirección de la tarjeta.
problem-service-closed-title = Este servicio no recibe tarjetas por ahora
problem-service-closed-detail = El servicio cerró su tarjeta por el momento. No se guardó nada. Inténtelo más tarde.
problem-not-signed-in-title = Inicie sesión
problem-not-signed-in-detail = Esto es para el personal que ha iniciado sesión. No se cambió nada. Inicie sesión e inténtelo de nuevo.
problem-forbidden-title = Esto no está permitido
problem-forbidden-detail = Usted no puede hacer esto, o la página estuvo abierta demasiado tiempo. No se cambió nada. Vuelva atrás, cargue la página de nuevo e inténtelo otra vez.
problem-conflict-title = Esto cambió mientras tanto
problem-conflict-detail = Otra persona lo cambió, o ese paso no es posible ahora. No se borró nada. Vuelva atrás y cargue la página de nuevo.
problem-unavailable-title = No podemos hacerlo en este momento
problem-unavailable-detail = El servidor no puede llegar a sus datos en este momento. Si estaba enviando algo, envíelo otra vez en unos segundos: una tarjeta que se envía dos veces cuenta una vez.
problem-internal-title = Algo falló de nuestro lado
problem-internal-detail = El servidor no pudo terminar. Inténtelo de nuevo; si vuelve a pasar, avísenos por otro medio.
unbuilt-title = La tarjeta no está lista
unbuilt-detail = Este servidor se construyó sin la tarjeta. Quienes lo administran pueden construirla con este comando y volver a iniciar el servidor:

# Seguir una tarjeta.
track-title = Seguir su tarjeta
track-intro = La referencia y el código de acceso están en su recibo. No necesita una cuenta.
track-reference = Referencia
track-reference-hint = Por ejemplo, 7K3M-9QXA-2B4C-E. Con mayúsculas o minúsculas, con o sin guiones.
track-code = Código de acceso
track-button = Mostrar
track-refused = Esta referencia y este código de acceso no corresponden. Revise si hay un carácter equivocado en alguno de los dos e inténtelo de nuevo.
progress-title = En qué va su tarjeta
progress-being-sorted = Tenemos su tarjeta. La estamos clasificando; vuelva a mirar en un minuto.
progress-recorded-compliment = Gracias. Su felicitación quedó registrada y, si dio calificaciones, cuentan en los resultados. No hace falta una respuesta.
progress-recorded-suggestion = Gracias. Su sugerencia quedó registrada y, si dio calificaciones, cuentan en los resultados. Por ahora, las sugerencias no reciben respuesta.
progress-recorded-complaint = Su queja quedó registrada.
progress-recorded-question = Su pregunta quedó registrada.
progress-steps = Pasos
progress-answer = Nuestra respuesta
progress-answered-on = Respondida el { $date }.
progress-next-date = Próxima fecha: { $date }.
step-received = Recibida
step-counts-from = El plazo para responder se cuenta desde el { $date }.
step-acknowledged = A cargo de nuestro equipo
step-acknowledged-by = Le atiende { $officer }.
step-answered = Respondida
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
