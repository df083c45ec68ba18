// What people say in English, by the plain word that pages and known questions have for it.
// One meaning a line, the plain word first. Only words that mean little else in this trade.

export const everyday = `
flat apartment digs bedsit studio lodgings
homeless rough roofless unhoused vagrant squatting couch sofa stairwell tent
accommodation lodging hostel hotel motel overnight
money cash dosh quid funds wallet
broke penniless skint strapped destitute moneyless impoverished poor
landlord landlady lessor
man bloke guy lad chap
partner husband wife spouse boyfriend girlfriend fiance
mother mum mom mam mummy
father dad daddy
elderly gran granny grandma grandmother nan grandpa granddad grandfather pensioner old-age ageing aged
memory dementia alzheimer forgetful senile
child kid
young teen teenager youngster adolescent
relative brother sister sibling aunt uncle cousin kin
prison jail gaol inside slammer nick cell penitentiary incarceration
prisoner inmate convict ex-con offender parolee
alcohol booze drink drinker drinking liquor vodka beer wine drunk drunken boozing
alcoholic drunkard wino boozer
drugs dope amphetamine heroin cannabis speed cocaine pills weed narcotics
addict junkie druggie
substitution methadone buprenorphine subutex suboxone opioid
withdrawal detox detoxification sober rehab
needles syringe syringes injecting
mental psychiatric schizophrenia schizophrenic psychosis psychotic bipolar depressed depression delusional
suicide suicidal self-harm kill
overdose unconscious od collapsed
eviction evict evicted kicked booted vacate thrown ousted
debt loan loans payday owes owing overdraft borrowing indebted
collection collectors reminders dunning
unemployed jobless redundant sacked fired laid dole
work job
salary wage wages payday earnings
food hungry hunger starving groceries fridge meal eat eating foodbank
enforcement bailiff
guardian trustee guardianship
nursing care-home residential
violence beaten beats hits hit abusive abuse battered punch punched strangled assault violent
dirty filthy mess messy rubbish hoarding hoarder squalor clutter smelly stink
noise noisy loud shouting disturbance parties
form paperwork paper
phone telephone ring call
worry worried concern concerned anxious
report notify notification flag
permission consent licence permit authorisation
missing vanished disappeared unreachable ghosted
`.trim().split("\n");
