package org.amelionboarding.reimbursement;

/** What was paid for: no finer than a student needs to recognise the line, and nothing that tells of an illness. */
enum CareKind {
    CONSULTATION,
    PHARMACY,
    DENTAL,
    OPTICAL,
    HOSPITAL,
    OTHER
}
