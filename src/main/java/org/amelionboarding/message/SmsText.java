package org.amelionboarding.message;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.commons.charset.GSMCharset;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.GeneralDataCoding;

/**
 * An SMS text as the network carries it: in the GSM 03.38 default alphabet, one octet per septet, if every
 * character fits, else in UCS-2. One part holds 160 septets or 140 octets (70 UCS-2 characters).
 *
 * <p>The alphabet has é, è, à and ù, but neither ê, ç, î, ô nor the typographic apostrophe: one of these more than
 * halves what a part holds.
 */
record SmsText(Alphabet alphabet, byte[] octets) {

    private static final int GSM_PART = 160;
    private static final int UCS2_PART = 140;

    static SmsText of(String text) {
        return GSMCharset.canRepresent(text)
                ? new SmsText(Alphabet.ALPHA_DEFAULT, CharsetUtil.CHARSET_GSM.encode(text))
                : new SmsText(Alphabet.ALPHA_UCS2, text.getBytes(StandardCharsets.UTF_16BE));
    }

    boolean fitsOnePart() {
        return octets.length <= (alphabet == Alphabet.ALPHA_DEFAULT ? GSM_PART : UCS2_PART);
    }

    DataCoding coding() {
        return new GeneralDataCoding(alphabet);
    }
}
