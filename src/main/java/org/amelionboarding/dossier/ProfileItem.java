package org.amelionboarding.dossier;

import java.util.Locale;

/** What is still to do once the account is active, named as its task and its texts. */
public enum ProfileItem {
    CHECK_CONTACT_DETAILS,
    DECLARE_GP,
    ARRANGE_TOP_UP_INSURANCE,
    ORDER_CEAM;

    /** Name of the item's form and of its texts. */
    public String form() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
