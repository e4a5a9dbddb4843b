# Attached papers: what was photographed or scanned and put into a case.

her-kind-attached = A paper was attached
hers-attached = What it is
hers-attached-pages = Pages
attachments-title = Attached papers
attachments-lead = Certificates, decisions, papers signed by hand. Each belongs to a part of the case and is seen by whoever may read that part, and by nobody else.
attachments-all = Papers
attachments-none = No paper is attached. Attach one when somebody will need to look at it again; what can be written down in a line needs no picture.
attachment-new = Attach a paper
attachment-choose = What paper is it? That decides who may see it.
attachment-form = Attach a paper
attachment-form-lead = A photograph (JPEG or PNG) or a PDF, up to 24 megabytes and 30 pages.
attachment-form-button = Attach
attachment-for = It is kept as: { $kind }.
attachment-stripped = Only what can be seen is kept, as pictures: not the file, not the place and the telephone it was taken with. Then delete the photograph from the telephone.
attachment-name = What is it?
attachment-name-hint = A few words, without her name.
attachment-file = The file
attachment-look = Look at it
attachment-away = Take it away
attachment-away-lead = For a paper that was attached by mistake. Its pages are gone at once; backups made before keep them until they are thrown away. That a paper was taken away stays written.
attachment-away-button = Take it away
attachment-title = Paper
attachment-page = Page { $number } of { $count }
attachment-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
  }
attachment-readable = Look whether everything can be read. If not, take it away and photograph the paper once more in good light.
attachment-of-identity = Who she is
attachment-of-status = Residence and permits
attachment-of-legal = Decision or certificate
attachment-of-services = Proof of a service
attachment-of-health = Medical paper
attachment-of-criminal = Paper of the proceedings
attachment-of-employment = Work
attachment-of-story = Her own account
attachment-about-identity = Passport, identity card, birth certificate. And what she signed: a consent, a plan, with her name on it.
attachment-about-status = Visa, residence permit, migration card.
attachment-about-legal = A decision on status or services, an answer to an appeal, guardianship.
attachment-about-services = A ticket, a receipt, a confirmation that a service was given. The head of the centre sees it too: cover her name before you photograph it.
attachment-about-health = A doctor's letter, a test, a prescription. Only who heals and keeps health records sees it.
attachment-about-criminal = A summons, a decision of the police, the prosecutor or a court.
attachment-about-employment = A diploma, a contract, a letter of an employer.
attachment-about-story = What she wrote herself, letters, pictures that show what happened.
attachment-refusal-no-name = Say in a few words what it is.
attachment-refusal-name-too-long = At most 120 letters.
attachment-refusal-case-full = This case holds 200 pages of papers already. Take away what is not needed.
attachment-unfit-empty = Choose a file.
attachment-unfit-unknown = This is neither a photograph (JPEG, PNG) nor a PDF. Save it as one of these, or photograph the paper.
attachment-unfit-damaged = The file cannot be read: it is cut off or damaged. Make it once more, or photograph the paper.
attachment-unfit-locked = The PDF asks for a passphrase. Save it without one, or photograph the printed paper.
attachment-unfit-too-large = The file is too large: at most 24 megabytes, and a photograph of at most 64 million dots.
attachment-unfit-too-many-pages = The PDF has more than 30 pages. Attach the pages that are needed.
attachment-unfit-too-slow = The file takes too long to read and was put aside. Photograph the paper, or save the PDF anew.
