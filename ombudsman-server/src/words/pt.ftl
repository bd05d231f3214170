# O que uma pessoa lê ao deixar e acompanhar o seu cartão, em português: formas brasileiras, que também se leem bem em
# Portugal. Os mesmos identificadores estão em en.ftl.

office = Escritório de Satisfação do Cliente
skip = Ir para o conteúdo
nav-label = Principal
nav-results = Resultados
nav-track = Acompanhar a sua mensagem
nav-receipt = Verificar um recibo
own-name = Português
only-en = em inglês
only-fr = em francês
languages = Idiomas
close = Fechar
sample-data = Isto é uma demonstração. Os serviços são reais; as respostas são dados de exemplo.
footer = O Escritório de Satisfação do Cliente é neutro. Recebe elogios, sugestões, reclamações e perguntas sobre os serviços do governo.

# O cartão. Estas frases viajam com a página; o lugar de um valor é preenchido no navegador.
card-heading = Como foi este serviço?
card-optional = Escolha do que se trata. Depois, responda só o que quiser.
card-intent = O que gostaria de nos enviar?
card-intent-compliment = Um elogio
card-intent-compliment-hint = Algo correu bem
card-intent-suggestion = Uma sugestão
card-intent-suggestion-hint = Algo poderia ser melhor
card-intent-complaint = Uma reclamação
card-intent-complaint-hint = Algo correu mal
card-intent-question = Uma pergunta
card-intent-question-hint = Algo que precisa saber
card-overall = No geral, este serviço foi:
card-drivers-heading = Como avalia estes aspectos do serviço?
card-driver-timeliness = O tempo que levou
card-driver-knowledge = O conhecimento e as explicações dos funcionários
card-driver-courtesy = A cortesia e o esforço para ajudar
card-driver-fairness = O tratamento justo
card-driver-outcome = O que obteve no final
card-point-1 = Muito insatis{ "\u00AD" }fatório
card-point-2 = Insatis{ "\u00AD" }fatório
card-point-3 = Neutro
card-point-4 = Satis{ "\u00AD" }fatório
card-point-5 = Muito satis{ "\u00AD" }fatório
card-does-not-apply = Não se aplica
card-comment = O que gostaria de dizer?
card-comment-compliment = O que correu bem?
card-comment-suggestion = O que mudaria?
card-comment-complaint = O que correu mal?
card-comment-question = O que precisa saber?
card-comment-limit = Até 4.000 caracteres. Por favor, não escreva nomes, endereços nem números pessoais, como o seu número de seguro social (SIN).
card-comment-left = Caracteres restantes: { $count }
card-comment-over = Caracteres a mais: { $count }
card-privacy = Usamos o que envia para melhorar o serviço e, no caso de uma reclamação ou pergunta, para lhe responder. Não precisa dizer quem é. Não usamos cookies nem guardamos o seu endereço IP. Guardamos o endereço da página de onde vem.
card-send = Enviar
card-sending = Enviando…
card-waiting = A sua mensagem ainda não foi enviada. Deixe este formulário aberto: continuamos tentando, e ela é enviada sozinha quando a conexão voltar. Também fica guardada nesta aba. Se fechar a aba, ela se perde.
card-waiting-here = A sua mensagem ainda não foi enviada. Deixe este formulário aberto: continuamos tentando, e ela é enviada sozinha quando a conexão voltar. Se o fechar, a sua mensagem se perde.
card-changed = A sua mensagem foi alterada, por isso não é enviada sozinha. Toque em Enviar quando estiver pronta.
card-clear = Apagar o que escrevi
card-draft = O que escreve fica nesta aba até ser enviado ou apagado, ou até fechar a aba.
card-clear-all = Sim, apagar tudo
card-summary-heading = Verifique isto antes de enviar
card-fault-says-nothing = Avalie ou escreva alguma coisa.
card-fault-no-intent = Escolha o que gostaria de nos enviar.
card-fault-too-long = O seu texto tem { $over } caracteres a mais.
card-put-right = Como se poderia corrigir?
card-put-right-hint = Por exemplo: um pedido de desculpas, uma explicação, uma correção. Até 1.000 caracteres.
card-achieved = Conseguiu o que precisava?
card-achieved-yes = Sim
card-achieved-partly = Em parte
card-achieved-no = Não
card-clear-answer = Apagar esta resposta
card-more-heading = Mais algumas perguntas
card-more-expectations = Em comparação com o que esperava, o serviço foi:
card-more-expectations-1 = Muito pior
card-more-expectations-2 = Pior
card-more-expectations-3 = Como esperava
card-more-expectations-4 = Melhor
card-more-expectations-5 = Muito melhor
card-more-ideal = A que distância ficou do melhor serviço que possa imaginar?
card-more-ideal-1 = Muito longe
card-more-ideal-2 = Longe
card-more-ideal-3 = A meio caminho
card-more-ideal-4 = Perto
card-more-ideal-5 = Muito perto
card-more-trust = Quanto confia em que este serviço trate bem as pessoas?
card-more-trust-1 = Nada
card-more-trust-2 = Um pouco
card-more-trust-3 = Mais ou menos
card-more-trust-4 = Muito
card-more-trust-5 = Totalmente
card-doors-heading = O que este escritório pode fazer
card-doors-can = Examinamos como foi o atendimento: demoras, erros, falta de educação, respostas pouco claras. Podemos pedir ao serviço que dê uma explicação, que peça desculpas e que corrija o que for preciso.
card-doors-cannot = Não podemos mudar uma decisão, apressar um processo nem consultá-lo.
card-doors-appeal = Não concorda com uma decisão? Peça a revisão ou o recurso que a sua carta de decisão indica. O prazo continua a contar enquanto lemos a sua reclamação.
card-doors-other = É sobre outro departamento? Use o formulário da página dele ou ligue para 1 800 O‑Canada (1‑800‑622‑6232).
card-danger = Está em perigo? Ligue para 9‑1‑1. Pensa em suicídio? Ligue ou envie uma mensagem de texto para 9‑8‑8, de dia ou de noite.
card-danger-now = Se alguém está em perigo agora, ligue para 9‑1‑1. Se pensa em suicídio, ligue ou envie uma mensagem de texto para 9‑8‑8, de dia ou de noite. Este formulário não é lido imediatamente.
card-reply = Como gostaria de receber a nossa resposta?
card-reply-code = Sem dizer quem sou
card-reply-code-hint = Recebe uma referência e um código. Com eles lê a nossa resposta neste site.
card-reply-email = Por e-mail
card-reply-phone = Por telefone
card-reply-post = Por correio
card-reply-instead = Para receber a resposta por telefone, e-mail ou correio, escolha isso em “Como gostaria de receber a nossa resposta?”. Ali os seus dados ficam mais protegidos.
card-address-email = O seu e-mail
card-address-phone = O seu número de telefone
card-address-post = O seu nome e endereço postal
card-consents = O que permite
card-consent-contact = Usar este endereço para me responder.
card-consent-share-identity = Dizer quem sou às pessoas que prestam o serviço, para que possam corrigir o que for preciso.
card-consent-follow-up = Perguntar-me mais tarde como a minha mensagem foi tratada.
card-consent-publish-quote = Publicar uma frase da minha mensagem, sem nada que diga quem sou.
card-notice-heading = Aviso de privacidade
card-notice-why = Pedimos o seu endereço para lhe responder, e para mais nada.
card-notice-authority = O que nos permite pedi-lo: { $authority }.
card-notice-shared = Só a pessoa que lhe responde o vê, a não ser que permita mais a seguir.
card-notice-choice = Não precisa dá-lo. Pode acompanhar a sua mensagem com um código.
card-notice-rights = Pode pedir para vê-lo e para que seja corrigido.
card-notice-bank = É guardado no banco de informações pessoais { $bank }.
card-notice-complain = Se não concorda com o uso que lhe damos, pode apresentar uma reclamação ao Comissário de Privacidade do Canadá.
card-guard-heading = Parte disto parece pessoal
card-guard-why = Não precisamos disso para ler a sua mensagem. Podemos pôr uma palavra no lugar, como “[número de telefone]”.
card-guard-replace = Substituir e enviar
card-guard-anyway = Enviar como está
card-guard-change = Mudar o meu texto
card-guard-kind-sin = número de seguro social
card-guard-kind-payment-card = número de cartão de pagamento
card-guard-kind-phone = número de telefone
card-guard-kind-email = endereço de e-mail
card-guard-kind-postal-code = código postal
card-guard-kind-passport = número de passaporte
card-guard-kind-ip-address = endereço de internet
card-guard-kind-birth-date = data de nascimento
card-guard-kind-case-number = número de processo
card-guard-kind-address = endereço
card-guard-kind-person-name = nome de uma pessoa
card-guard-kind-health-card = número do cartão de saúde ou da carteira de motorista
card-fault-no-address = Escreva onde podemos responder, ou escolha não dizer quem é.
card-fault-needs-consent = Marque que podemos usar este endereço para responder, ou escolha não dizer quem é.
card-script-begin = Leia em voz alta: “Vou fazer algumas perguntas breves sobre o serviço. Não precisa responder a todas nem dizer quem é.” Se for anotar um endereço, leia antes em voz alta o aviso de privacidade.
card-sheet = Código da folha
card-sheet-hint = Está impresso no alto do cartão de papel. Se não houver, deixe vazio: aparecem dois códigos para enviar à pessoa.
card-receipt-heading = { $channel ->
    [phone] Temos a mensagem.
    [paper] Temos a mensagem.
   *[other] Obrigado. Temos a sua mensagem.
}
card-receipt-keep = { $channel ->
    [phone] Leia os dois códigos em voz alta, devagar, e peça à pessoa que os anote. São precisos os dois para acompanhar a mensagem.
    [paper] Não havia código de folha. Envie estes dois códigos à pessoa. São precisos os dois para acompanhar a mensagem.
    [kiosk] Anote os dois códigos ou tire uma foto deles. São precisos os dois para acompanhar a sua mensagem. Esta tela é apagada se ninguém tocar nela durante um minuto.
   *[other] Anote a referência e o código de acesso, ou imprima esta página. São precisos os dois para acompanhar a sua mensagem.
}
card-receipt-reference = Referência
card-receipt-code = Código de acesso
card-receipt-copy = Copiar
card-receipt-copied = A referência e o código de acesso estão copiados.
card-receipt-not-copied = O seu navegador não deixou copiar. Anote os dois, ou imprima esta página.
card-receipt-print = Imprimir
card-receipt-save = Guardar o recibo
card-receipt-save-hint = Este arquivo assinado prova que temos a mensagem. Ele contém tudo o que foi enviado, inclusive o endereço, se foi dado.
card-receipt-stub = A pessoa tem o código de acesso na parte da folha que destacou.
card-receipt-next = { $channel ->
    [phone] Leia em voz alta o que acontece a seguir
    [paper] O que a pessoa pode esperar
   *[other] O que acontece a seguir
}
card-receipt-track = Acompanhar a sua mensagem
card-receipt-again = { $channel ->
    [phone] Preencher outro cartão
    [paper] Preencher outro cartão
   *[other] Escrever outra mensagem
}
card-kiosk-scan = Para acompanhar a sua mensagem no seu telefone, aponte a câmera para este código:

# A tela de um quiosque em que ninguém toca mais.
kiosk-heading = Ainda está aí?
kiosk-left = Esta tela será apagada em { $count } segundos.
kiosk-more-time = Preciso de mais tempo
kiosk-cleared = Esta tela foi apagada. Um novo formulário aparece em seguida.

# O que acontece a seguir com um cartão.
next-sorted = Uma pessoa do Escritório de Satisfação do Cliente lê o que escreveu.
next-counts-from = Chegou fora do horário de expediente, por isso o prazo é contado a partir de { $date }.
next-acknowledged = { $days ->
    [one] Uma pessoa da nossa equipe assume o caso no prazo de { $days } dia útil: até { $date }.
   *[other] Uma pessoa da nossa equipe assume o caso no prazo de { $days } dias úteis: até { $date }.
}
next-answered = { $days ->
    [one] A resposta chega no dia útil seguinte: até { $date }, o mais tardar.
   *[other] A resposta chega nos { $days } dias úteis seguintes: até { $date }, o mais tardar.
}
next-track = A resposta estará na página “Acompanhar a sua mensagem”, em { $address }. Abra-a com a sua referência e o seu código de acesso.
next-address = Quem responde usa também o endereço que foi dado.
next-read = O que escreveu é guardado com o que outras pessoas dizem sobre este serviço.
next-counted = Se deu notas, elas contam nos resultados publicados.

# O que está errado num campo de um cartão.
fault-missing = Este dado é necessário.
fault-unknown = Não há nenhum campo com este nome.
fault-twice = Este dado foi dado mais de uma vez. Dê-o uma só vez.
fault-not-a-choice = Esta não é uma das opções.
fault-not-a-rating = Uma nota é um número inteiro de 1 a 5. Para os cinco aspectos também pode ser “n/a”.
fault-not-an-id = Um identificador é um UUID, por exemplo 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = No máximo { $limit } caracteres; este texto tem { $given }.
fault-not-an-email = Verifique o e-mail. Ele tem a forma nome@exemplo.ca.
fault-not-a-phone = Verifique o número de telefone. Ele tem pelo menos 7 dígitos.
fault-not-an-address = Um endereço postal tem de 6 a 500 caracteres.
fault-not-a-sheet = Este não é o código de uma folha. Verifique cada caractere na folha e escreva-o de novo.
fault-not-a-page = Este não é o endereço de uma página da web.

# O que pode correr mal numa porta.
problem-not-found-title = Esta página não existe
problem-not-found-detail = Não há nada neste endereço. Verifique-o, ou siga o nome do escritório, acima, até o início.
problem-method-not-allowed-title = Este endereço não pode ser usado assim
problem-method-not-allowed-detail = O endereço existe, mas não aceita este tipo de pedido. Nada foi alterado.
problem-too-large-title = Grande demais
problem-too-large-detail = O que foi enviado é maior do que este endereço aceita. Nada foi guardado. Envie menos.
problem-wrong-type-title = Tipo de conteúdo errado
problem-wrong-type-detail = O que foi enviado não é do tipo que este endereço lê. Nada foi guardado. Indique o tipo de conteúdo e envie novamente.
problem-malformed-title = Não foi possível ler
problem-malformed-detail = O que foi enviado não pôde ser lido. Nada foi guardado. Verifique a forma e envie novamente.
problem-card-title = É preciso mudar algo na mensagem
problem-card-detail = Algo na mensagem não pode ser aceito como está. Nada foi guardado ainda. Mude o que é indicado e envie novamente.
problem-unknown-service-title = Não conhecemos este serviço
problem-unknown-service-detail = Nenhum serviço com este nome recebe mensagens aqui. Nada foi guardado. Verifique o endereço do formulário.
problem-service-closed-title = Este serviço não recebe mensagens no momento
problem-service-closed-detail = O serviço fechou o seu formulário por enquanto. Nada foi guardado. Tente mais tarde.
problem-not-signed-in-title = Inicie a sessão
problem-not-signed-in-detail = Isto é para funcionários com sessão iniciada. Nada foi alterado. Inicie a sessão e tente novamente.
problem-forbidden-title = Isto não é permitido
problem-forbidden-detail = Não pode fazer isto, ou a página ficou aberta tempo demais. Nada foi alterado. Volte atrás, carregue a página novamente e tente mais uma vez.
problem-conflict-title = Isto mudou entretanto
problem-conflict-detail = Outra pessoa mudou isto, ou esse passo não é possível agora. Nada foi substituído. Volte atrás e carregue a página novamente.
problem-unavailable-title = Não podemos fazer isto agora
problem-unavailable-detail = O servidor não consegue acessar os seus dados no momento. Se estava enviando algo, envie novamente em alguns segundos: uma mensagem enviada duas vezes conta uma vez.
problem-internal-title = Algo falhou do nosso lado
problem-internal-detail = O servidor não conseguiu terminar. Tente novamente; se voltar a acontecer, avise-nos por outro meio.
unbuilt-title = O cartão não está pronto
unbuilt-detail = Este servidor foi construído sem o cartão. Quem o administra pode construí-lo com este comando e iniciar o servidor novamente:

# Acompanhar um cartão.
track-title = Acompanhar a sua mensagem
track-intro = A referência e o código de acesso estão no seu recibo. Não é preciso ter uma conta.
track-reference = Referência
track-reference-hint = Por exemplo, 7K3M-9QXA-2B4C-E. Com maiúsculas ou minúsculas, com ou sem hifens.
track-code = Código de acesso
track-button = Mostrar
track-refused = Esta referência e este código de acesso não correspondem. Verifique se há um caractere errado em algum dos dois e tente novamente.
progress-title = Em que ponto está a sua mensagem
progress-being-sorted = Temos a sua mensagem. Ela está sendo classificada; volte a ver em um minuto.
progress-recorded-compliment = Obrigado. O seu elogio está registrado e, se deu notas, elas contam nos resultados. Não é preciso resposta.
progress-recorded-suggestion = Obrigado. A sua sugestão está registrada e, se deu notas, elas contam nos resultados. Por enquanto, as sugestões não recebem resposta.
progress-recorded-complaint = A sua reclamação está registrada.
progress-recorded-question = A sua pergunta está registrada.
progress-steps = Passos
progress-answer = A nossa resposta
progress-answered-on = Resposta dada em { $date }.
progress-next-date = Próxima data: { $date }.
step-received = Recebida
step-counts-from = O prazo para responder é contado a partir de { $date }.
step-acknowledged = A cargo da nossa equipe
step-acknowledged-by = Quem trata do seu caso é { $officer }.
step-answered = Respondida
step-due = Até { $date }
lateness-on-time = { $days ->
    [one] Falta { $days } dia útil.
   *[other] Faltam { $days } dias úteis.
}
lateness-today = O prazo termina hoje.
lateness-overdue = { $days ->
    [one] { $days } dia útil de atraso.
   *[other] { $days } dias úteis de atraso.
}
