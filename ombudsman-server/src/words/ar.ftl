# ما يقرؤه الشخص حين يترك بطاقته ويتابعها، بالعربية الفصحى الميسّرة، وبالأرقام 0-9 المستعملة في كندا.
# المعرّفات نفسها في en.ftl.

office = مكتب رضا العملاء
skip = الانتقال إلى المحتوى
nav-label = القائمة الرئيسية
nav-results = النتائج
nav-track = متابعة بطاقتك
own-name = العربية
languages = اللغات
close = إغلاق
sample-data = هذا عرض توضيحي. الخدمات حقيقية، أما الإجابات فهي بيانات تجريبية.
footer = مكتب رضا العملاء محايد. يستقبل كلمات الشكر والاقتراحات والشكاوى والأسئلة المتعلقة بالخدمات الحكومية.

# البطاقة. تسافر هذه الجمل مع الصفحة، ويُملأ مكان القيمة في المتصفح.
card-heading = كيف كانت هذه الخدمة؟
card-intent = ماذا تريد أن ترسل إلينا؟
card-intent-compliment = كلمة شكر
card-intent-compliment-hint = شيء سار على نحو جيد
card-intent-suggestion = اقتراح
card-intent-suggestion-hint = شيء يمكن أن يكون أفضل
card-intent-complaint = شكوى
card-intent-complaint-hint = شيء لم يسر كما ينبغي
card-intent-question = سؤال
card-intent-question-hint = شيء تحتاج إلى معرفته
card-overall = بشكل عام، ما رأيك في مستوى هذه الخدمة؟
card-drivers-heading = ما رأيك في هذه الجوانب منها؟
card-driver-timeliness = الوقت الذي استغرقته
card-driver-knowledge = معرفة الموظفين وشرحهم للأمور
card-driver-courtesy = اللطف وبذل جهد إضافي للمساعدة
card-driver-fairness = المعاملة العادلة
card-driver-outcome = ما حصلت عليه في النهاية
card-point-1 = غير مُرضٍ إطلاقًا
card-point-2 = غير مُرضٍ
card-point-3 = بين الاثنين
card-point-4 = مُرضٍ
card-point-5 = مُرضٍ جدًا
card-does-not-apply = لا ينطبق
card-comment = ماذا تود أن تقول؟
card-comment-compliment = ما الذي سار على نحو جيد؟
card-comment-suggestion = ما الذي تقترح تغييره؟
card-comment-complaint = ما الذي لم يسر كما ينبغي، وكيف يمكن إصلاحه؟
card-comment-question = ما الذي تحتاج إلى معرفته؟
card-comment-limit = حتى 4,000 حرف. يُرجى عدم كتابة أسماء أو عناوين أو أرقام شخصية، مثل رقم التأمين الاجتماعي (SIN).
card-comment-left = الأحرف المتبقية: { $count }
card-comment-over = الأحرف الزائدة: { $count }
card-privacy = نستخدم ما ترسله لتحسين الخدمة، وللرد عليك إذا أرسلت شكوى أو سؤالًا. لست مضطرًا إلى ذكر هويتك. لا نستخدم ملفات تعريف الارتباط ولا نحتفظ بعنوان IP الخاص بك. ونحتفظ بعنوان الصفحة التي أتيت منها.
card-send = إرسال
card-sending = جارٍ الإرسال…
card-not-sent = تعذّر إرسال بطاقتك الآن. لم يضِع شيء: ما كتبته ما زال هنا. انتظر لحظة ثم اضغط على «إرسال» مرة أخرى.
card-summary-heading = يُرجى مراجعة ما يلي قبل الإرسال
card-fault-says-nothing = قيّم شيئًا أو اكتب شيئًا.
card-fault-no-intent = اختر ما تريد أن ترسله إلينا.
card-fault-too-long = تجاوز نصك الحد، وعدد الأحرف الزائدة { $over }.
card-receipt-heading = شكرًا لك. وصلتنا بطاقتك.
card-receipt-keep = اكتب الرقم المرجعي ورمز الدخول عندك، أو اطبع هذه الصفحة. نحن لا نعرف من أنت، ولا يمكن معرفة وضع بطاقتك إلا بالاثنين معًا.
card-receipt-reference = الرقم المرجعي
card-receipt-code = رمز الدخول
card-receipt-next = ماذا يحدث بعد ذلك
card-receipt-track = متابعة بطاقتك
card-receipt-again = كتابة بطاقة أخرى

# ماذا يحدث بعد ذلك.
next-sorted = يقرأ شخص في مكتب رضا العملاء ما كتبته.
next-acknowledged = يتولى أحد الموظفين أمرها خلال يوم عمل واحد.
next-answered = تصلك الإجابة خلال 7 أيام عمل بعد ذلك.
next-track = ستجد الإجابة في صفحة «متابعة بطاقتك». افتحها بالرقم المرجعي ورمز الدخول.
next-read = نحتفظ بما كتبته مع ما يقوله الآخرون عن هذه الخدمة.
next-counted = إذا أعطيت تقييمات، فهي تُحسب في النتائج المنشورة.

# ما هو الخطأ في حقل من حقول البطاقة.
fault-missing = هذه المعلومة مطلوبة.
fault-unknown = لا يوجد حقل بهذا الاسم.
fault-twice = أُعطيت هذه المعلومة أكثر من مرة. أعطها مرة واحدة.
fault-not-a-choice = هذا ليس من الخيارات المتاحة.
fault-not-a-rating = التقييم عدد صحيح من 1 إلى 5. ويمكن أن يكون للجوانب الخمسة «n/a» أيضًا.
fault-not-an-id = المعرّف هو UUID، مثل 0193f2a4-7c00-7000-8000-000000000001.
fault-too-long = الحد الأقصى لعدد الأحرف { $limit }، وعددها هنا { $given }.
fault-not-an-email = هذا ليس عنوان بريد إلكتروني.
fault-not-a-page = هذا ليس عنوان صفحة على الويب.
fault-says-nothing = قيّم شيئًا أو اكتب شيئًا.
fault-needs-consent = إعطاء عنوان يحتاج إلى الموافقة «contact».

# ما يمكن أن يتعذّر.
problem-not-found-title = هذه الصفحة غير موجودة
problem-not-found-detail = لا يوجد شيء على هذا العنوان. تحقق منه، أو اضغط على اسم المكتب في الأعلى للعودة إلى البداية.
problem-method-not-allowed-title = لا يمكن استخدام هذا العنوان بهذه الطريقة
problem-method-not-allowed-detail = العنوان موجود، لكنه لا يقبل هذا النوع من الطلبات. لم يتغير شيء.
problem-too-large-title = حجم أكبر من المسموح
problem-too-large-detail = ما أُرسل أكبر مما يقبله هذا العنوان. لم يُحفظ شيء. أرسل أقل من ذلك.
problem-wrong-type-title = نوع المحتوى غير صحيح
problem-wrong-type-detail = ما أُرسل ليس من النوع الذي يقرؤه هذا العنوان. لم يُحفظ شيء. حدّد نوع المحتوى وأرسله مرة أخرى.
problem-malformed-title = تعذّرت القراءة
problem-malformed-detail = تعذّرت قراءة ما أُرسل. لم يُحفظ شيء. تحقق من شكله وأرسله مرة أخرى.
problem-card-title = البطاقة تحتاج إلى تعديل
problem-card-detail = في البطاقة شيء لا يمكن قبوله كما هو. لم يُحفظ شيء بعد. عدّل ما هو مذكور وأرسلها مرة أخرى.
problem-unknown-service-title = لا نعرف هذه الخدمة
problem-unknown-service-detail = لا توجد خدمة بهذا الاسم تستقبل البطاقات هنا. لم يُحفظ شيء. تحقق من عنوان البطاقة.
problem-service-closed-title = هذه الخدمة لا تستقبل البطاقات حاليًا
problem-service-closed-detail = أغلقت الخدمة بطاقتها مؤقتًا. لم يُحفظ شيء. يُرجى المحاولة لاحقًا.
problem-not-signed-in-title = يُرجى تسجيل الدخول
problem-not-signed-in-detail = هذه الصفحة للموظفين الذين سجّلوا الدخول. لم يتغير شيء. سجّل الدخول وحاول مرة أخرى.
problem-forbidden-title = هذا غير مسموح
problem-forbidden-detail = لا يمكنك القيام بذلك، أو بقيت الصفحة مفتوحة وقتًا طويلًا. لم يتغير شيء. ارجع، وحمّل الصفحة من جديد، ثم حاول مرة أخرى.
problem-conflict-title = تغيّر هذا في أثناء ذلك
problem-conflict-detail = غيّره شخص آخر، أو أن هذه الخطوة غير ممكنة الآن. لم يُستبدل شيء. ارجع وحمّل الصفحة من جديد.
problem-unavailable-title = لا يمكننا القيام بذلك الآن
problem-unavailable-detail = لا يستطيع الخادم الوصول إلى بياناته في هذه اللحظة. إذا كنت ترسل شيئًا، فأرسله مرة أخرى بعد بضع ثوانٍ: البطاقة التي تُرسل مرتين تُحسب مرة واحدة.
problem-internal-title = حدث خطأ من جانبنا
problem-internal-detail = لم يتمكن الخادم من إتمام ذلك. حاول مرة أخرى، وإذا تكرر الأمر فأخبرنا بطريقة أخرى.
unbuilt-title = البطاقة غير جاهزة
unbuilt-detail = بُني هذا الخادم من دون البطاقة. يمكن للقائمين عليه بناؤها بهذا الأمر، ثم تشغيل الخادم من جديد:

# متابعة بطاقة.
track-title = متابعة بطاقتك
track-intro = الرقم المرجعي ورمز الدخول مذكوران في إيصالك. لا تحتاج إلى حساب.
track-reference = الرقم المرجعي
track-reference-hint = مثل 7K3M-9QXA-2B4C-E. بأحرف كبيرة أو صغيرة، مع الشرطات أو من دونها.
track-code = رمز الدخول
track-button = عرض
track-refused = الرقم المرجعي ورمز الدخول غير متطابقين. تحقق من عدم وجود حرف خاطئ فيهما وحاول مرة أخرى.
progress-title = أين وصلت بطاقتك
progress-being-sorted = وصلتنا بطاقتك، وهي قيد الفرز. عُد إلى هذه الصفحة بعد دقيقة.
progress-recorded-compliment = شكرًا لك. سُجّلت كلمة الشكر التي أرسلتها. إذا أعطيت تقييمات، فهي تُحسب في النتائج. لا حاجة إلى إجابة.
progress-recorded-suggestion = شكرًا لك. سُجّل اقتراحك. إذا أعطيت تقييمات، فهي تُحسب في النتائج. لا نرد على الاقتراحات في الوقت الحالي.
progress-recorded-complaint = سُجّلت شكواك.
progress-recorded-question = سُجّل سؤالك.
progress-steps = الخطوات
progress-answer = إجابتنا
progress-answered-on = تاريخ الإجابة: { $date }.
progress-next-date = الموعد التالي: { $date }.
step-received = وصلت البطاقة
step-counts-from = تُحسب مهلة الرد ابتداءً من { $date }.
step-acknowledged = تولّى أمرها أحد الموظفين
step-acknowledged-by = المسؤول عن بطاقتك: { $officer }.
step-answered = الإجابة
step-due = في موعد أقصاه { $date }
lateness-on-time = { $days ->
    [zero] لم يبقَ أي يوم عمل.
    [one] بقي يوم عمل واحد.
    [two] بقي يوما عمل.
    [few] بقيت { $days } أيام عمل.
    [many] بقي { $days } يوم عمل.
   *[other] بقي { $days } يوم عمل.
}
lateness-today = الموعد اليوم.
lateness-overdue = { $days ->
    [zero] لا تأخير.
    [one] متأخرة يوم عمل واحدًا.
    [two] متأخرة يومي عمل.
    [few] متأخرة { $days } أيام عمل.
    [many] متأخرة { $days } يوم عمل.
   *[other] متأخرة { $days } يوم عمل.
}
