package org.amelionboarding.reimbursement;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts as people read them: {@code 12,50 €} in French, {@code €12.50} in English. */
record Euros(String language) {

    public String of(BigDecimal amount) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.forLanguageTag(language));
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(amount);
    }
}
