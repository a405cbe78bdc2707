package org.amelionboarding.casework;

/** What an advisor does to a dossier on its page. */
enum CaseAction {
    ADD_NOTE,
    SEND_CODE,
    HAND_OVER_CODE,
    CORRECT_EMAIL,
    EXTEND_DEADLINE,
    STOP_REMINDERS,
    CLOSE_DOSSIER
}
