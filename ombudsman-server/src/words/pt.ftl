# O que uma pessoa lê ao deixar e acompanhar seu cartão, em português do Brasil. Os mesmos identificadores estão em
# en.ftl.

office = Escritório de Satisfação do Cliente
skip = Ir para o conteúdo
nav-label = Menu principal
nav-results = Resultados
nav-track = Acompanhar sua mensagem
nav-receipt = Verificar um comprovante
enter-another = Registrar outra mensagem
enter-back = Voltar aos casos
own-name = Português
only-en = em inglês
only-fr = em francês
languages = Idiomas
close = Fechar
sample-data = Esta é uma demonstração. Os serviços são reais; as respostas são dados de exemplo.
footer = O Escritório de Satisfação do Cliente é neutro. Ele recebe elogios, sugestões, reclamações e perguntas sobre os serviços do governo.

# O cartão. Estas frases viajam com a página; o lugar de um valor é preenchido no navegador.
card-heading = Como foi este serviço?
card-optional = Escolha do que se trata. Depois, responda só o que quiser.
card-intent = O que você gostaria de nos enviar?
card-intent-compliment = Um elogio
card-intent-compliment-hint = Algo deu certo
card-intent-suggestion = Uma sugestão
card-intent-suggestion-hint = Algo poderia ser melhor
card-intent-complaint = Uma reclamação
card-intent-complaint-hint = Algo deu errado
card-intent-question = Uma pergunta
card-intent-question-hint = Algo que você precisa saber
card-overall = No geral, como você avalia este serviço?
card-drivers-heading = Como você avalia cada aspecto do serviço?
card-driver-timeliness = O tempo que levou
card-driver-knowledge = O conhecimento e as explicações da equipe de atendimento
card-driver-courtesy = A cortesia e o esforço para ajudar você
card-driver-fairness = O tratamento justo
card-driver-outcome = O que você conseguiu no final
card-point-1 = Muito insatis{ "\u00AD" }fatório
card-point-2 = Insatis{ "\u00AD" }fatório
card-point-3 = Neutro
card-point-4 = Satis{ "\u00AD" }fatório
card-point-5 = Muito satis{ "\u00AD" }fatório
card-does-not-apply = Não se aplica
card-comment = O que você gostaria de dizer?
card-comment-compliment = O que deu certo?
card-comment-suggestion = O que você mudaria?
card-comment-complaint = O que deu errado?
card-comment-question = O que você precisa saber?
card-comment-limit = Até 4.000 caracteres. Por favor, não escreva endereços nem números pessoais, como seu número de seguro social (SIN). Você pode citar o nome de quem quer elogiar.
card-comment-left = Caracteres restantes: { $count }
card-comment-over = Caracteres a mais: { $count }
card-privacy = { $channel ->
    [kiosk] Usamos o que é dito aqui para melhorar o serviço e, no caso de uma reclamação ou pergunta, para responder. Ninguém precisa dizer quem é.
    [phone] Usamos o que é dito aqui para melhorar o serviço e, no caso de uma reclamação ou pergunta, para responder. Ninguém precisa dizer quem é.
    [paper] Usamos o que é dito aqui para melhorar o serviço e, no caso de uma reclamação ou pergunta, para responder. Ninguém precisa dizer quem é.
   *[other] Usamos o que você envia para melhorar o serviço e, no caso de uma reclamação ou pergunta, para responder a você. Você não precisa dizer quem é. Não usamos cookies e não guardamos seu endereço IP. Guardamos o endereço da página de onde você veio.
}
card-send = Enviar
card-sending = Enviando…
card-waiting = Sua mensagem ainda não foi enviada. Deixe este formulário aberto: continuamos tentando, e ela será enviada automaticamente assim que for possível. Ela também está salva nesta aba. Se você fechar a aba, ela será perdida.
card-waiting-here = { $channel ->
    [kiosk] Sua mensagem ainda não foi enviada. Continuamos tentando. Cinco minutos depois do último toque, esta tela é limpa, e uma mensagem que não foi enviada até lá se perde.
   *[other] Sua mensagem ainda não foi enviada. Deixe este formulário aberto: continuamos tentando, e ela será enviada automaticamente assim que for possível. Se você fechar o formulário, sua mensagem será perdida.
}
card-checking = Muitas mensagens vêm da sua rede, por isso o seu aparelho faz uma breve verificação. Depois a sua mensagem é enviada sozinha. Pode levar meio minuto. Deixe este formulário aberto.
card-changed = Você mudou sua mensagem, por isso ela não será enviada automaticamente. Clique em “Enviar” quando ela estiver pronta.
card-unsent-hint = Copie antes de sair desta página.
card-unsent = O que você escreveu
card-clear = Apagar o que escrevi
card-draft = O que você escreve fica nesta aba até você enviar ou apagar o texto, ou fechar a aba.
card-clear-all = Sim, apagar tudo
card-empty = Deixe isto vazio
card-summary-heading = Verifique isto antes de enviar
card-fault-says-nothing = Avalie ou escreva alguma coisa.
card-fault-asks-nothing = Escreva sua pergunta.
card-fault-no-intent = Escolha o que você gostaria de nos enviar.
card-fault-too-long = Seu texto é longo demais. Caracteres a mais: { $over }.
card-put-right = O que poderia ser feito para resolver o problema?
card-put-right-hint = Por exemplo: um pedido de desculpas, uma explicação, uma correção. Até 1.000 caracteres.
card-achieved = Você conseguiu o que precisava?
card-achieved-yes = Sim
card-achieved-partly = Em parte
card-achieved-no = Não
card-clear-answer = Apagar esta resposta
card-more-heading = Mais algumas perguntas
card-more-expectations = Em comparação com o que você esperava, o serviço foi:
card-more-expectations-1 = Muito pior
card-more-expectations-2 = Pior
card-more-expectations-3 = Como esperado
card-more-expectations-4 = Melhor
card-more-expectations-5 = Muito melhor
card-more-ideal = Este serviço ficou perto ou longe do melhor que você pode imaginar?
card-more-ideal-1 = Muito longe
card-more-ideal-2 = Longe
card-more-ideal-3 = No meio do caminho
card-more-ideal-4 = Perto
card-more-ideal-5 = Muito perto
card-more-trust = Quanto você confia que este serviço trata bem as pessoas?
card-more-trust-1 = Nada
card-more-trust-2 = Um pouco
card-more-trust-3 = Mais ou menos
card-more-trust-4 = Muito
card-more-trust-5 = Totalmente
card-doors-heading = O que este escritório pode fazer
card-doors-can = Analisamos como foi o atendimento: demoras, erros, falta de educação, respostas pouco claras. Podemos pedir ao serviço que dê uma explicação, peça desculpas e resolva o problema.
card-doors-cannot = Não podemos mudar uma decisão. Também não podemos acelerar um processo nem consultá-lo.
card-doors-appeal = Você não concorda com uma decisão? Peça a revisão ou o recurso indicado na carta da decisão. O prazo continua contando enquanto lemos sua reclamação.
card-doors-other = É sobre outro órgão do governo? Use o formulário na página desse órgão ou ligue para 1 800 O‑Canada (1‑800‑622‑6232).
card-danger = Você está em perigo? Ligue para o 9‑1‑1. Está pensando em suicídio? Ligue ou envie uma mensagem de texto para o 9‑8‑8, de dia ou de noite.
card-danger-now = Você está em perigo agora? Ligue para o 9‑1‑1. Está pensando em suicídio? Ligue ou envie uma mensagem de texto para o 9‑8‑8, de dia ou de noite. Este formulário não é lido na hora.
card-reply = Como você gostaria de receber nossa resposta?
card-reply-code = De forma anônima
card-reply-code-hint = Você receberá uma referência e um código. Com eles, poderá ler nossa resposta neste site.
card-reply-email = Por e-mail
card-reply-phone = Por telefone
card-reply-post = Pelo correio
card-reply-instead = Para receber a resposta por e-mail, por telefone ou pelo correio, escolha essa opção em “Como você gostaria de receber nossa resposta?”. Lá seus dados ficam mais protegidos.
card-address-email = Seu e-mail
card-address-phone = Seu número de telefone
card-address-post = Seu nome e endereço postal
card-consents = O que você permite
card-consent-contact = Usar estes dados para me responder (necessário).
card-consent-share-identity = Dizer quem eu sou às pessoas que prestam o serviço, para que possam resolver o problema.
card-consent-follow-up = Perguntar-me mais tarde como minha mensagem foi tratada.
card-consent-publish-quote = Vocês podem publicar uma frase da minha mensagem, sem nada que revele quem eu sou.
card-notice-heading = Aviso de privacidade
card-notice-why = Pedimos seus dados de contato para responder a você, e para o que você permitir abaixo.
card-notice-authority = O que nos permite pedir esses dados: { $authority }.
card-notice-shared = Só a pessoa que responde a você vê esses dados, a menos que você permita outros usos a seguir.
card-notice-choice = Você não precisa informar esses dados. Também pode acompanhar sua mensagem com um código.
card-notice-rights = Você pode pedir para ver esses dados e para que sejam corrigidos.
card-notice-bank = Eles são guardados no banco de informações pessoais { $bank }.
card-notice-complain = Se você não concorda com a forma como usamos esses dados, pode apresentar uma reclamação ao Comissário de Privacidade do Canadá.
card-guard-heading = Seu texto parece ter dados pessoais
card-guard-why = Não precisamos deles para ler sua mensagem. Podemos colocar uma descrição no lugar, como “[número de telefone]”.
card-guard-replace = Substituir e enviar
card-guard-anyway = Enviar como está
card-guard-change = Mudar meu texto
card-guard-kind-sin = número de seguro social
card-guard-kind-payment-card = número de cartão de pagamento
card-guard-kind-phone = número de telefone
card-guard-kind-email = endereço de e-mail
card-guard-kind-postal-code = código postal
card-guard-kind-passport = número de passaporte
card-guard-kind-ip-address = endereço IP
card-guard-kind-birth-date = data de nascimento
card-guard-kind-case-number = número de processo
card-guard-kind-address = endereço
card-guard-kind-person-name = nome de uma pessoa
card-guard-kind-health-card = número do cartão de saúde ou da carteira de motorista
card-fault-no-address = Escreva como podemos entrar em contato com você, ou escolha “De forma anônima”.
card-fault-needs-consent = Marque a caixa que nos permite usar estes dados para responder a você, ou escolha “De forma anônima”.
card-script-begin = Leia em voz alta: “Vou fazer algumas perguntas curtas sobre o serviço. Você não precisa responder a todas nem dizer quem é.” Se for anotar dados de contato, leia antes em voz alta o aviso de privacidade.
card-sheet = Código da folha
card-sheet-hint = Está impresso no alto do cartão de papel. Se não houver código, deixe este campo vazio: você receberá dois códigos para enviar à pessoa.
card-receipt-heading = { $channel ->
    [phone] Recebemos a mensagem.
    [paper] Recebemos a mensagem.
   *[other] Obrigado. Recebemos sua mensagem.
}
next-keep = { $channel ->
    [phone] Leia os dois códigos em voz alta, devagar, e peça à pessoa que anote. É preciso ter os dois para acompanhar a mensagem.
    [paper] Envie estes dois códigos à pessoa. É preciso ter os dois para acompanhar a mensagem.
    [kiosk] Anote os dois códigos ou tire uma foto deles. É preciso ter os dois para acompanhar sua mensagem. Esta tela é apagada se ninguém tocar nela por um minuto.
   *[other] Anote a referência e o código de acesso, ou imprima esta página. É preciso ter os dois para acompanhar sua mensagem.
}
card-receipt-reference = Referência
card-receipt-code = Código de acesso
card-receipt-copy = Copiar
card-receipt-copied = A referência e o código de acesso foram copiados.
card-receipt-not-copied = Seu navegador não permitiu copiar. Anote os dois ou imprima esta página.
card-receipt-print = Imprimir
card-receipt-save = Salvar o comprovante
card-receipt-save-hint = Este arquivo assinado prova que recebemos a mensagem. Ele contém tudo o que foi enviado, inclusive os dados de contato, se houver.
next-stub = A pessoa tem o código de acesso, na parte da folha que destacou.
next-thanks = Você não precisa fazer mais nada. Guarde estes códigos se quiser perguntar sobre sua mensagem depois.
card-receipt-next = { $channel ->
    [phone] Leia em voz alta o que acontece agora
    [paper] O que a pessoa pode esperar
   *[other] O que acontece agora
}
card-receipt-track = Acompanhar sua mensagem
card-receipt-again = { $channel ->
    [phone] Preencher outro cartão
    [paper] Preencher outro cartão
   *[other] Escrever outra mensagem
}
card-kiosk-scan = Para acompanhar sua mensagem no celular, aponte a câmera dele para este código:

# A tela de um quiosque em que ninguém toca mais.
kiosk-heading = Você ainda está aí?
kiosk-left = Esta tela será apagada em { $count } segundos.
kiosk-more-time = Preciso de mais tempo
kiosk-cleared = Esta tela foi apagada. Um novo formulário vai aparecer em seguida.

# O que acontece agora com um cartão.
next-about = Serviço: { $service }. Recebida em { $date }.
next-sorted = Uma pessoa do Escritório de Satisfação do Cliente vai ler a mensagem.
next-counts-from = Sua mensagem chegou fora do horário de atendimento, por isso o prazo é contado a partir de { $date }.
next-acknowledged = { $days ->
    [one] Uma pessoa da nossa equipe vai cuidar da mensagem no prazo de { $days } dia útil: até { $date }.
   *[other] Uma pessoa da nossa equipe vai cuidar da mensagem no prazo de { $days } dias úteis: até { $date }.
}
next-answered = { $days ->
    [one] Você receberá uma resposta no dia útil seguinte: até { $date }, no máximo.
   *[other] Você receberá uma resposta nos { $days } dias úteis seguintes: até { $date }, no máximo.
}
next-track = A resposta estará na página “Acompanhar sua mensagem”, em { $address }. Abra a página com sua referência e seu código de acesso.
next-address = Também vamos responder pelo meio de contato que você indicou.
next-read = O que você escreveu fica guardado com o que outras pessoas dizem sobre este serviço.
next-counted = Se você fez avaliações, elas contam nos resultados publicados.

# O que está errado em um campo de um cartão.
fault-missing = Este campo é obrigatório.
fault-unknown = Não há nenhum campo com este nome.
fault-twice = Este campo foi preenchido mais de uma vez. Preencha uma vez só.
fault-not-a-choice = Esta não é uma das opções.
fault-not-a-rating = Uma avaliação é um número inteiro de 1 a 5. Para os cinco aspectos também pode ser “n/a”.
fault-not-an-id = Um identificador é um UUID, por exemplo 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = No máximo { $limit } caracteres; este texto tem { $given }.
fault-not-an-email = Verifique o e-mail. Ele deve ter o formato nome@exemplo.ca.
fault-not-a-phone = Verifique o número de telefone: use de 7 a 20 dígitos. Pode ter ramal.
fault-not-an-address = Um endereço postal deve ter de 6 a 500 caracteres.
fault-not-a-sheet = Este não é o código de uma folha. Verifique cada caractere na folha e digite o código novamente.
fault-not-a-page = Este não é o endereço de uma página da web.

# O que pode dar errado em uma porta.
problem-not-found-title = Esta página não existe
problem-not-found-detail = Não há nada neste endereço. Verifique o endereço ou clique no nome do escritório, acima, para ir ao início.
problem-method-not-allowed-title = Este endereço não pode ser usado assim
problem-method-not-allowed-detail = O endereço existe, mas não aceita este tipo de solicitação. Nada foi alterado.
problem-too-large-title = Grande demais
problem-too-large-detail = O que foi enviado é maior do que este endereço aceita. Nada foi salvo. Envie menos conteúdo.
problem-wrong-type-title = Tipo de conteúdo errado
problem-wrong-type-detail = O que foi enviado não é do tipo que este endereço lê. Nada foi salvo. Indique o tipo de conteúdo e envie novamente.
problem-malformed-title = Não foi possível ler
problem-malformed-detail = O que foi enviado não pôde ser lido. Nada foi salvo. Verifique o formato e envie novamente.
problem-card-title = É preciso mudar algo na mensagem
problem-card-detail = Algo na mensagem não pode ser aceito como está. Nada foi salvo ainda. Mude o que está indicado e envie novamente.
problem-unknown-service-title = Não conhecemos este serviço
problem-unknown-service-detail = Nenhum serviço com este nome recebe mensagens aqui. Nada foi salvo. Verifique o endereço do formulário.
problem-service-closed-title = Este serviço não recebe mensagens no momento
problem-service-closed-detail = O serviço fechou o formulário por enquanto. Nada foi salvo. Tente novamente mais tarde.
problem-not-signed-in-title = Faça login
problem-not-signed-in-detail = Esta página é para funcionários que fizeram login. Nada foi alterado. Faça login e tente novamente.
problem-unfinished-title = Sua conta não está pronta
problem-unfinished-detail = Escolha sua própria senha ou configure um segundo fator na página da sua conta. Nada foi alterado. Depois, tente novamente.
problem-forbidden-title = Isto não é permitido
problem-forbidden-detail = Você não pode fazer isto, ou a página ficou aberta por tempo demais. Nada foi alterado. Volte, carregue a página novamente e tente mais uma vez.
problem-conflict-title = Isto mudou nesse meio-tempo
problem-conflict-detail = Outra pessoa mudou isto, ou esta etapa não é possível agora. Nada foi substituído. Volte e carregue a página novamente.
problem-foreign-title = Este formulário vem de outro site
problem-foreign-detail = O que foi enviado não vem de uma das nossas páginas. Nada foi guardado. Abra o nosso próprio formulário e envie de lá.
problem-asked-title = Espere um momento e envie de novo
problem-asked-detail = Muitas mensagens vêm da sua rede. A sua ainda não foi enviada e nada dela se perdeu. Espere { $seconds } segundos e depois pressione Enviar.
problem-too-many-title = Mensagens demais vindas da sua rede
problem-too-many-detail = Vieram da sua rede mais mensagens do que podemos receber. A sua não foi enviada. Guarde-a e envie de novo em alguns minutos.
problem-unavailable-title = Não podemos fazer isto agora
problem-unavailable-detail = No momento o servidor está ocupado demais ou não consegue acessar os dados. Se você estava enviando algo, envie novamente em alguns segundos: uma mensagem enviada duas vezes conta uma vez só.
problem-internal-title = Algo falhou do nosso lado
problem-internal-detail = O servidor não conseguiu terminar. Tente novamente; se acontecer de novo, nos avise por outro meio.
problem-took-too-long-title = Isto demorou demais
problem-took-too-long-detail = O servidor não conseguiu terminar em 30 segundos. Se você estava enviando algo, envie novamente: uma mensagem enviada duas vezes conta uma vez só.
unbuilt-title = O cartão não está pronto
unbuilt-detail = Este servidor foi compilado sem o cartão. As pessoas que o administram podem compilar o cartão com este comando e iniciar o servidor novamente:

# Acompanhar um cartão.
track-title = Acompanhar sua mensagem
track-intro = A referência e o código de acesso estão no seu comprovante. Você não precisa ter uma conta.
track-reference = Referência
track-reference-hint = Por exemplo, 7K3M-9QXA-2B4C-E. Com maiúsculas ou minúsculas, com ou sem hifens.
track-code = Código de acesso
track-button = Mostrar
track-refused = Esta referência e este código de acesso não conferem. Verifique se há um caractere errado em algum dos dois e tente novamente.
progress-title = Situação da sua mensagem
progress-being-sorted = Recebemos sua mensagem. Ela está sendo classificada, o que leva um minuto. Se amanhã esta página ainda disser isso, algo a atrasa do nosso lado: ela está guardada, e somos avisados disso.
progress-in-quarantine = Recebemos sua mensagem. Ela parece ter sido enviada por uma máquina, por isso uma pessoa a verifica primeiro. Nada é apagado.
progress-spam = Recebemos sua mensagem. Uma pessoa a verificou e considerou que foi enviada por uma máquina. Ela fica guardada, mas não recebe resposta. Se foi você que a escreveu, envie-a de novo com suas próprias palavras, sem links.
progress-recorded-compliment = Obrigado. Seu elogio foi registrado. Se você fez avaliações, elas contam nos resultados. Elogios não precisam de resposta.
progress-recorded-suggestion = Obrigado. Sua sugestão foi registrada. Se você fez avaliações, elas contam nos resultados. Quando o escritório a tiver lido, você poderá ver aqui o resultado.
progress-verdict-will-be-done = Sua sugestão será posta em prática. Decidimos isso em { $date }.
progress-verdict-looked-into = Sua sugestão está em estudo desde { $date }. Volte para ver o resultado.
progress-verdict-will-not-be-done = Sua sugestão não será posta em prática. Decidimos isso em { $date }.
progress-verdict-why = Por quê
progress-verdict-published = Está feito. Leia o que mudou.
progress-passed-on = Obrigado. Em { $date }, enviamos seu elogio à equipe deste serviço: { $service }.
progress-recorded-complaint = Sua reclamação foi registrada.
progress-recorded-question = Sua pergunta foi registrada.
progress-steps = Etapas
progress-answer = Nossa resposta
progress-answered-on = Data da resposta: { $date }.
progress-next-date = Terá notícias nossas até { $date }.
progress-look-again = Voltaremos a verificar em { $date }.
step-received = Recebida
step-counts-from = O prazo para responder é contado a partir de { $date }.
step-acknowledged = A cargo da nossa equipe
step-to-acknowledge = Nossa equipe assume o caso
step-acknowledged-by = A pessoa responsável é { $officer }.
step-answered = Respondida
step-to-answer = Resposta
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

# Acompanhar um caso.
progress-place-received = Temos sua mensagem. Uma pessoa vai cuidar dela.
progress-place-taken-up = Uma pessoa está com sua mensagem e a lê agora.
progress-place-answered = Já respondemos a você.
progress-place-looked-into = Estamos analisando sua reclamação.
progress-place-reopened = Uma revisão concluiu que sua reclamação deve ser analisada de novo. Outra pessoa cuida disso.
progress-place-referred = Pedimos ao serviço que resolva isso com você.
progress-place-waiting = Fizemos uma pergunta a você. Nosso prazo fica parado até você responder.
progress-place-suspended = A lei nos obriga a esperar.
progress-place-deciding = Já analisamos sua reclamação e estamos escrevendo a decisão.
progress-place-commenting = Escrevemos o que pensamos da sua reclamação. Antes de decidir, pode dizer-nos o que acha disso.
progress-comment-until = Pode escrever-nos sobre isso até { $date }.
progress-proposed = O que pensamos até agora
progress-form-twice = Mudou este formulário e enviou-o de novo. Respondemos a cada envio. Escolha qual quer ver:
progress-silent-until = Se não tivermos notícias suas, podemos encerrar o seu caso depois de { $date }. Depois disso ainda pode responder durante 60 dias.
progress-handed-over = Ninguém do nosso escritório pode cuidar do seu caso: cada um de nós tem alguma ligação com ele ou já participou dele. Por isso, { $office } cuida do seu caso a partir de { $date }. Se você nos disse como entrar em contato, a equipe desse escritório agora pode ver isso. As datas que lhe demos não mudam.
progress-reminder = Fizemos-lhe uma pergunta e ainda não temos resposta. Se não tivermos notícias suas, podemos encerrar o seu caso depois de { $date }. Depois disso ainda pode responder durante 60 dias.
progress-not-kept = Não conseguimos guardar o que escreveu. O seu texto continua aqui: envie-o de novo daqui a alguns minutos.
progress-place-decided = Já decidimos. Você pode ler a decisão abaixo.
progress-place-remedy = Já decidimos. Falta cumprir o prometido, e nós verificamos.
progress-place-review = Outra pessoa está revendo nossa decisão.
progress-place-final = A revisão terminou. Você pode ler abaixo.
progress-place-outside = Não podemos analisar isso. Nossa mensagem abaixo diz aonde você pode ir.
progress-place-settled = O serviço resolveu isso com você.
progress-place-closed = Já decidimos e não resta nada a fazer.
progress-place-silent = Encerramos porque não tivemos resposta sua. Escreva em até 60 dias, e nós continuamos.
progress-place-withdrawn = Você retirou sua mensagem.
progress-place-merged = Respondemos a você junto com outra mensagem sobre o mesmo assunto.
progress-fix = O que foi corrigido
progress-together-by = Responderemos até { $date }. Então você poderá ler a resposta aqui.
progress-apart = Sua mensagem trata de outra coisa?
progress-apart-why = O que é diferente?
progress-apart-intro = Se a resposta não corresponde ao que aconteceu com você, diga-nos nesta página. Então olhamos sua mensagem em separado.
progress-apart-send = Pedir que olhem minha mensagem em separado
progress-done-apart = Agora olhamos sua mensagem em separado.
progress-place-anonymised = O caso está encerrado, e o que leva a você foi removido.
progress-erase = Pedir que se apague o que leva a você
progress-erase-intro = Apagamos o que você escreveu, seus dados de contato e o que escrevemos a você. Depois ninguém pode acompanhar esta mensagem nem recuperá-la.
progress-erase-sure = Sim, apaguem assim que puderem.
progress-erase-send = Pedir
progress-done-erase = Temos o seu pedido.
progress-erase-now-open = Você pediu que apaguemos o que leva a você. Ainda precisamos disso para responder. Apagamos quando isto for encerrado.
progress-erase-now-held = Você pediu que apaguemos o que leva a você. A lei nos obriga a guardar por enquanto. Apagamos assim que pudermos.
progress-erase-now-soon = Você pediu que apaguemos o que leva a você. Fazemos isso em até 30 dias.
progress-erase-now-done = O que levava a você foi apagado.
progress-erase-owed = Você pediu que apaguemos o que leva a você. A lei nos obriga a guardar até { $date }. Apagamos depois.
progress-late = Estamos atrasados e pedimos desculpas.
progress-decision = Nossa decisão
progress-review-changed = { $officer } reviu e mudou a decisão.
progress-review-stands = { $officer } reviu. A decisão fica como está.
progress-outcome-upheld = Você tinha razão.
progress-outcome-partly-upheld = Você tinha razão em parte.
progress-outcome-not-upheld = Não concordamos.
progress-outcome-no-finding = Foi resolvido, por isso não decidimos.
progress-outcome-inconclusive = Não conseguimos saber.
progress-remedies = O que prometemos
progress-remedy-done = Feito. Nós verificamos.
progress-outside = Esta é nossa última palavra. Se ainda não concorda, você pode procurar uma ouvidoria externa ou a justiça.
progress-messages = Mensagens
progress-you = Você
progress-write = Escreva para nós
progress-reply = Sua resposta
progress-write-hint = Você não precisa dizer quem é. O que parece pessoal fica oculto para nós.
progress-send = Enviar
progress-review = Não concorda? Peça uma revisão
progress-review-until = Alguém que não participou da decisão vai revê-la. Você pode pedir até { $date }.
progress-review-why = O que está errado na decisão?
progress-review-send = Pedir a revisão
progress-rate = Como cuidamos disso?
progress-rate-how = Você está satisfeito com a forma como cuidamos disso?
progress-rate-send = Enviar esta avaliação
progress-withdraw = Retirar minha mensagem
progress-withdraw-sure = Sim, eu retiro. Não quero resposta.
progress-withdraw-send = Retirar agora
progress-done-message = Recebemos suas palavras.
progress-done-review = Você pediu uma revisão. Outra pessoa verá a decisão.
progress-done-withdraw = Você retirou. Não faremos mais nada.
progress-done-rate = Obrigado. Temos sua avaliação.
progress-not-said = Primeiro escreva ou escolha algo. Nada foi enviado.
progress-too-long = Seu texto é longo demais. No máximo 4.000 caracteres. Nada foi enviado.
progress-not-sure = Primeiro marque a caixa. Nada foi mudado.
progress-changed = Algo mudou nesse meio tempo, por isso nada foi enviado. Leia o que há de novo e envie outra vez se ainda quiser.

# As cartas.
letter-subject = Notícias da sua mensagem { $reference }
letter-hello = Olá,
letter-about = Você nos escreveu em { $date }.
letter-answer-by = Responderemos até { $date }.
letter-reminder = Nossa pergunta continua aberta.
letter-silence = Se não tivermos notícias suas, poderemos encerrar o caso depois de { $date }.
letter-extended = Precisamos de mais tempo do que prometemos, e lamentamos por isso.
letter-reason-complex = É mais difícil do que parecia.
letter-reason-information = Ainda nos falta informação.
letter-reason-comments = Alguém ainda pode comentar o que encontramos.
letter-reason-capacity = Não temos pessoal suficiente.
letter-program-by = O serviço tem até { $date }. Se ele não resolver isso com você, nós examinamos.
letter-program-silent = O serviço não nos respondeu a tempo.
letter-put-right = O que deu errado já foi corrigido. Não resta nada a fazer.
letter-outside = Se depois disso você ainda não concordar, pode procurar { $ombudsman }.
letter-outside-now = Se você não concorda, pode procurar { $ombudsman }.
letter-closed = Seu caso está encerrado.
letter-writes = { $officer } escreve a você:
letter-page = Para ver como está ou para nos escrever, abra esta página:
letter-codes = Você precisa da sua referência, { $reference }, e do código de acesso do seu recibo. Nunca enviamos o código e nunca o pedimos.
letter-automatic = Uma resposta a este e-mail não chega ao seu caso. Escreva-nos na página indicada acima.
