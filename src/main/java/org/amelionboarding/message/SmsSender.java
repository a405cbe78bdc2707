package org.amelionboarding.message;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** The sender a student sees on the telephone, in the three forms gateways know. */
record SmsSender(TypeOfNumber type, NumberingPlanIndicator plan, String address) {

    static SmsSender of(String source) {
        if (source.startsWith("+")) {
            return new SmsSender(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, source.substring(1));
        }
        boolean shortNumber = source.chars().allMatch(Character::isDigit);
        return new SmsSender(
                shortNumber ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                source);
    }
}
