# O que uma pessoa lê ao deixar e acompanhar o seu cartão, em português: formas brasileiras, que também se leem bem em
# Portugal. Os mesmos identificadores estão em en.ftl.

office = Escritório de Satisfação do Cliente
skip = Ir para o conteúdo
nav-label = Principal
nav-results = Resultados
nav-track = Acompanhar o seu cartão
own-name = Português
languages = Idiomas
close = Fechar
sample-data = Isto é uma demonstração. Os serviços são reais; as respostas são dados de exemplo.
footer = O Escritório de Satisfação do Cliente é neutro. Recebe elogios, sugestões, reclamações e perguntas sobre os serviços do governo.

# O cartão. Estas frases viajam com a página; o lugar de um valor é preenchido no navegador.
card-heading = Como foi este serviço?
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
card-point-1 = Muito insatisfatório
card-point-2 = Insatisfatório
card-point-3 = Nem um nem outro
card-point-4 = Satisfatório
card-point-5 = Muito satisfatório
card-does-not-apply = Não se aplica
card-comment = O que gostaria de dizer?
card-comment-compliment = O que correu bem?
card-comment-suggestion = O que mudaria?
card-comment-complaint = O que correu mal e como se poderia corrigir?
card-comment-question = O que precisa saber?
card-comment-limit = Até 4.000 caracteres. Por favor, não escreva nomes, endereços nem números pessoais, como o seu número de seguro social (SIN).
card-comment-left = Caracteres restantes: { $count }
card-comment-over = Caracteres a mais: { $count }
card-privacy = Usamos o que envia para melhorar o serviço e, no caso de uma reclamação ou pergunta, para lhe responder. Não precisa dizer quem é. Não usamos cookies nem guardamos o seu endereço IP. Guardamos o endereço da página de onde vem.
card-send = Enviar
card-sending = Enviando…
card-not-sent = Não foi possível enviar o seu cartão agora. Nada se perdeu: o que escreveu continua aqui. Espere um momento e toque novamente em Enviar.
card-summary-heading = Verifique isto antes de enviar
card-fault-says-nothing = Avalie ou escreva alguma coisa.
card-fault-no-intent = Escolha o que gostaria de nos enviar.
card-fault-too-long = O seu texto tem { $over } caracteres a mais.
card-receipt-heading = Obrigado. Temos o seu cartão.
card-receipt-keep = Anote a referência e o código de acesso, ou imprima esta página. Não sabemos quem é: só com os dois juntos se pode ver em que ponto está o seu cartão.
card-receipt-reference = Referência
card-receipt-code = Código de acesso
card-receipt-next = O que acontece a seguir
card-receipt-track = Acompanhar o seu cartão
card-receipt-again = Escrever outro cartão

# O que acontece a seguir com um cartão.
next-sorted = Uma pessoa do Escritório de Satisfação do Cliente lê o que escreveu.
next-acknowledged = Uma pessoa da nossa equipe assume o caso no prazo de 1 dia útil.
next-answered = A resposta chega nos 7 dias úteis seguintes.
next-track = A resposta estará na página “Acompanhar o seu cartão”. Abra-a com a sua referência e o seu código de acesso.
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
fault-not-an-email = Este não é um endereço de e-mail.
fault-not-a-page = Este não é o endereço de uma página da web.
fault-says-nothing = Avalie ou escreva alguma coisa.
fault-needs-consent = Para dar um endereço é preciso o consentimento “contact”.

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
problem-card-title = É preciso mudar algo no cartão
problem-card-detail = Algo no cartão não pode ser aceito como está. Nada foi guardado ainda. Mude o que é indicado e envie novamente.
problem-unknown-service-title = Não conhecemos este serviço
problem-unknown-service-detail = Nenhum serviço com este nome recebe cartões aqui. Nada foi guardado. Verifique o endereço do cartão.
problem-service-closed-title = Este serviço não recebe cartões no momento
problem-service-closed-detail = O serviço fechou o seu cartão por enquanto. Nada foi guardado. Tente mais tarde.
problem-not-signed-in-title = Inicie a sessão
problem-not-signed-in-detail = Isto é para funcionários com sessão iniciada. Nada foi alterado. Inicie a sessão e tente novamente.
problem-forbidden-title = Isto não é permitido
problem-forbidden-detail = Não pode fazer isto, ou a página ficou aberta tempo demais. Nada foi alterado. Volte atrás, carregue a página novamente e tente mais uma vez.
problem-conflict-title = Isto mudou entretanto
problem-conflict-detail = Outra pessoa mudou isto, ou esse passo não é possível agora. Nada foi substituído. Volte atrás e carregue a página novamente.
problem-unavailable-title = Não podemos fazer isto agora
problem-unavailable-detail = O servidor não consegue acessar os seus dados no momento. Se estava enviando algo, envie novamente em alguns segundos: um cartão enviado duas vezes conta uma vez.
problem-internal-title = Algo falhou do nosso lado
problem-internal-detail = O servidor não conseguiu terminar. Tente novamente; se voltar a acontecer, avise-nos por outro meio.
unbuilt-title = O cartão não está pronto
unbuilt-detail = Este servidor foi construído sem o cartão. Quem o administra pode construí-lo com este comando e iniciar o servidor novamente:

# Acompanhar um cartão.
track-title = Acompanhar o seu cartão
track-intro = A referência e o código de acesso estão no seu recibo. Não é preciso ter uma conta.
track-reference = Referência
track-reference-hint = Por exemplo, 7K3M-9QXA-2B4C-E. Com maiúsculas ou minúsculas, com ou sem hifens.
track-code = Código de acesso
track-button = Mostrar
track-refused = Esta referência e este código de acesso não correspondem. Verifique se há um caractere errado em algum dos dois e tente novamente.
progress-title = Em que ponto está o seu cartão
progress-being-sorted = Temos o seu cartão. Ele está sendo classificado; volte a ver em um minuto.
progress-recorded-compliment = Obrigado. O seu elogio está registrado e, se deu notas, elas contam nos resultados. Não é preciso resposta.
progress-recorded-suggestion = Obrigado. A sua sugestão está registrada e, se deu notas, elas contam nos resultados. Por enquanto, as sugestões não recebem resposta.
progress-recorded-complaint = A sua reclamação está registrada.
progress-recorded-question = A sua pergunta está registrada.
progress-steps = Passos
progress-answer = A nossa resposta
progress-answered-on = Resposta dada em { $date }.
progress-next-date = Próxima data: { $date }.
step-received = Recebido
step-counts-from = O prazo para responder é contado a partir de { $date }.
step-acknowledged = A cargo da nossa equipe
step-acknowledged-by = Quem trata do seu caso é { $officer }.
step-answered = Respondido
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
