package org.amelionboarding.message;

/**
 * One message ready to leave, in the words its reader gets. It holds personal data and possibly a code: keep it out of
 * logs; {@link #toString()} shows only the id and the channel.
 *
 * @param id stable over every attempt (a UUID), so that a copy sent twice can be recognised as one message
 * @param to an E.164 number with its plus sign for {@link Channel#SMS}, a bare e-mail address for {@link Channel#EMAIL}
 * @param subject null for {@link Channel#SMS}
 * @param stopLink where its reader stops mails of this kind (RFC 8058); null if there is nothing to stop
 */
public record Envelope(String id, Channel channel, String to, String subject, String text, String stopLink) {

    public Envelope(String id, Channel channel, String to, String subject, String text) {
        this(id, channel, to, subject, text, null);
    }

    @Override
    public String toString() {
        return "Envelope[id=" + id + ", channel=" + channel + "]";
    }
}
