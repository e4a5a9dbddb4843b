# Screening: instruments, questions in our own words, answers, what the rule of an instrument says. Russian and Kazakh wording wants checking by a native reader who knows the instrument.

# ---- Instruments ----

screening-instrument-ilo-labour-adult = ILO indicators, labour exploitation: adults
screening-instrument-ilo-labour-child = ILO indicators, labour exploitation: children
screening-instrument-ahtst = Short list for adults in health and social settings (AHTST)
screening-instrument-iom = Screening interview (IOM)
screening-instrument-kz-criteria-33002 = Criteria of ill-treatment (joint order No. 33002)
screening-version = version { $version }
screening-unverified = Not yet checked against the publication:
screening-wording-to-check = The wording in this language wants checking.
screening-not-validated = The publisher says that this instrument has not been validated.
screening-no-score = This instrument has no score. Answers lead to a conversation, not to a number.

# ---- Answers ----

answer-yes = Yes
answer-no = No
answer-unknown = Not known
answer-declined = Would rather not say
answer-not-asked = Not asked
weight-strong = strong
weight-medium = medium
weight-weak = weak
audience-adult = for adults
audience-child = for children and whoever may be a child
audience-any = for everybody

# ---- Dimensions ----

dimension-deceptive-recruitment = Deceptive recruitment
dimension-coercive-recruitment = Coercive recruitment
dimension-recruitment-vulnerability = Recruitment by abuse of a vulnerable position
dimension-exploitation = Exploitation
dimension-coercion-at-destination = Coercion at the destination
dimension-destination-vulnerability = Abuse of a vulnerable position at the destination
screening-group-ilo-labour-deceptive-recruitment = { dimension-deceptive-recruitment }
screening-group-ilo-labour-coercive-recruitment = { dimension-coercive-recruitment }
screening-group-ilo-labour-recruitment-vulnerability = { dimension-recruitment-vulnerability }
screening-group-ilo-labour-exploitation = { dimension-exploitation }
screening-group-ilo-labour-coercion-at-destination = { dimension-coercion-at-destination }
screening-group-ilo-labour-destination-vulnerability = { dimension-destination-vulnerability }
screening-group-ilo-labour-act = The act
screening-group-ahtst-topics = Topics
screening-group-iom-consent = Informed consent
screening-group-iom-case-data = Case data
screening-group-iom-recruitment-transport = Recruitment and transport
screening-group-iom-exploitation = Exploitation
screening-group-iom-corroboration = What supports the facts
screening-group-iom-decision = Decision and reasons
screening-group-iom-next-step = Next step
screening-group-kz-criteria-ground = Ground

# ---- Results ----

line-origin-ilo-table = from the table of the ILO, read in a secondary source
line-origin-law = from the law: for a child no means is needed
line-origin-ours = our own line: a reviewer decides
screening-line-forced-labour-trafficking = Trafficking for forced labour
screening-line-deception-and-exploitation = Deception and exploitation
screening-line-presumed-forced-labour = Presumed victim: forced labour is shown, the means at recruitment is not
screening-line-presumed-by-means = Presumed victim: exploitation with coercion or a vulnerable position
screening-line-exploited-worker = Exploited worker: the labour-rights route
screening-line-no-exploitation-shown = Exploitation not shown: perhaps an attempt or an early rescue; keep open
screening-line-not-shown = Not shown by these answers
screening-line-child-trafficking = Trafficking of a child: act and exploitation are enough
screening-line-exploited-child = Exploited child: child protection; a reviewer decides about the act
screening-result-unknown = Unknown: no question was answered yes or no. This is not a negative result.
screening-range = If all open questions are no: { $low }. If all are yes: { $high }.
screening-would-change = Answers that may change the result
screening-at-once = already alone
screening-dimension-positive = positive
screening-dimension-negative = negative
screening-dimension-open = open
screening-offer = At least one yes: open a conversation and offer help.
screening-no-yes = No yes among the answers. Help stays on offer.
screening-criteria-met = Criteria met by the answers
screening-criteria-not-met = Criteria not met by the answers
screening-criteria-open = Depends on open questions
screening-supports-only = This result supports the decision. It does not replace it.
reviewer-finding-presumed = Presumed victim
reviewer-finding-not-shown = Not shown; other help may be due
reviewer-finding-more-facts = More facts are needed
screening-refusal-other-instrument = This screening was made with another instrument or version. Open it with that version.
screening-refusal-not-agreed = Without agreement to the talk no answers are kept. Ask again later; help does not depend on it.
screening-refusal-no-item = This instrument has no such question. Reload the page.
screening-refusal-no-section = This instrument has no such section. Reload the page.
screening-refusal-long-note = The note is too long. Write facts in a few sentences; her own words belong in the sealed statement.

# ---- Questions: ILO, labour ----

screening-item-ilo-labour-act = Somebody recruited, moved, handed over, housed or received the child
screening-item-ilo-labour-1-01 = Deceived about the kind of work, the place or the employer
screening-item-ilo-labour-1-02 = Deceived about wages or earnings
screening-item-ilo-labour-1-03 = Deceived about conditions of work
screening-item-ilo-labour-1-04 = Deceived about what the contract says or whether it is lawful
screening-item-ilo-labour-1-05 = Deceived about housing and living conditions
screening-item-ilo-labour-1-06 = Deceived about papers or the right to stay
screening-item-ilo-labour-1-07 = Deceived about the journey and the terms of recruitment
screening-item-ilo-labour-1-08 = Deceived about joining the family
screening-item-ilo-labour-1-09 = Deceived by a promise of marriage or adoption
screening-item-ilo-labour-1-10 = Deceived about access to education
screening-item-ilo-labour-2-01 = Violence against the person
screening-item-ilo-labour-2-02 = Threats of violence against the person
screening-item-ilo-labour-2-03 = Abduction, forced marriage, forced adoption or sale
screening-item-ilo-labour-2-04 = Debt bondage
screening-item-ilo-labour-2-05 = Papers taken away
screening-item-ilo-labour-2-06 = Isolation, confinement or surveillance
screening-item-ilo-labour-2-07 = Threat to report the person to the authorities
screening-item-ilo-labour-2-08 = Threat to tell family, community or the public
screening-item-ilo-labour-2-09 = Violence against the family, threatened or real
screening-item-ilo-labour-2-10 = Money withheld
screening-item-ilo-labour-3-01 = A difficult family situation was used
screening-item-ilo-labour-3-02 = Lack of a right to stay was used
screening-item-ilo-labour-3-03 = Little schooling or not speaking the language was used
screening-item-ilo-labour-3-04 = Lack of information was used
screening-item-ilo-labour-3-05 = Under the control of those who exploit
screening-item-ilo-labour-3-06 = Economic reasons
screening-item-ilo-labour-3-07 = False stories of successful migration
screening-item-ilo-labour-3-08 = False information about the law or how authorities behave
screening-item-ilo-labour-3-09 = Family situation
screening-item-ilo-labour-3-10 = Personal situation
screening-item-ilo-labour-3-11 = Psychological and emotional dependency
screening-item-ilo-labour-3-12 = Relation to the authorities or legal status
screening-item-ilo-labour-3-13 = Hardship in the past
screening-item-ilo-labour-3-14 = Difficulty in arranging the journey
screening-item-ilo-labour-3-15 = Cultural or religious beliefs were used
screening-item-ilo-labour-3-16 = General context
screening-item-ilo-labour-4-01 = Too many days or hours of work
screening-item-ilo-labour-4-02 = Low pay or none
screening-item-ilo-labour-4-03 = Wages manipulated
screening-item-ilo-labour-4-04 = Bad living conditions
screening-item-ilo-labour-4-05 = Very bad working conditions
screening-item-ilo-labour-4-06 = Dangerous work
screening-item-ilo-labour-4-07 = Labour law or contract not respected
screening-item-ilo-labour-4-08 = No social protection
screening-item-ilo-labour-4-09 = No access to education
screening-item-ilo-labour-5-01 = Papers taken away
screening-item-ilo-labour-5-02 = Debt bondage
screening-item-ilo-labour-5-03 = Isolation, confinement or surveillance
screening-item-ilo-labour-5-04 = Violence against the person
screening-item-ilo-labour-5-05 = Threats of violence against the person
screening-item-ilo-labour-5-06 = Forced into unlawful or criminal acts
screening-item-ilo-labour-5-07 = Forced to tasks or clients
screening-item-ilo-labour-5-08 = Under strong influence
screening-item-ilo-labour-5-09 = Forced to act against other workers
screening-item-ilo-labour-5-10 = Forced to lie to authorities or family
screening-item-ilo-labour-5-11 = Threat to report the person to the authorities
screening-item-ilo-labour-5-12 = Threat of even worse conditions of work
screening-item-ilo-labour-5-13 = Violence against the family, threatened or real
screening-item-ilo-labour-5-14 = Wages withheld
screening-item-ilo-labour-5-15 = Threat to tell family, community or the public
screening-item-ilo-labour-6-01 = Dependent on those who exploit
screening-item-ilo-labour-6-02 = Hard to live in an unknown place
screening-item-ilo-labour-6-03 = Economic reasons
screening-item-ilo-labour-6-04 = Family situation
screening-item-ilo-labour-6-05 = Relation to the authorities or legal status
screening-item-ilo-labour-6-06 = Hardship in the past
screening-item-ilo-labour-6-07 = Personal characteristics

# ---- Questions: AHTST ----

screening-item-ahtst-false-job = Lied to about the kind of work
screening-item-ahtst-debt = Had to work off a debt
screening-item-ahtst-unsafe-work = Unsafe work that it was frightening to refuse
screening-item-ahtst-documents-held = Somebody held the papers
screening-item-ahtst-contact-restricted = Contact or movement restricted
screening-item-ahtst-housing-imposed = Made to live where somebody told
screening-item-ahtst-told-to-lie = Told to lie about the situation
screening-item-ahtst-hurt-or-threatened = Hurt or threatened so that somebody earned money

# ---- Questions: IOM, the seven points of consent ----

screening-item-iom-agrees = Agrees to the talk; a child assents
screening-item-iom-purpose = Was told the purpose
screening-item-iom-uses = Was told how the data are and may be used
screening-item-iom-research = Was told of use in research without identity
screening-item-iom-own-data = Was told of the right to ask for the own data at any time
screening-item-iom-retention = Was told how long the data are kept
screening-item-iom-withdrawal = Was told how to withdraw

# ---- Questions: criteria of the order ----

screening-item-kz-criteria-ill-treatment = Ill-treatment
screening-item-kz-criteria-social-maladjustment = It led to social maladjustment: a broken tie with the people around
screening-item-kz-criteria-social-deprivation = It led to social deprivation: basic needs cannot be met alone
