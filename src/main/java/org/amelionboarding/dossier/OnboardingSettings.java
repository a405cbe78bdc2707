package org.amelionboarding.dossier;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code onboarding}. Durations are ISO-8601 ({@code P14D}, {@code PT60S}).
 *
 * @param baseUrl address of this application as people type it; the links in messages begin with it, whatever the
 *     request's Host header says (ASVS 14.2.1: a forged Host must not lead a link astray)
 * @param zone zone in which people are told dates and times; the JVM itself runs in UTC
 */
@ConfigurationProperties("onboarding")
public record OnboardingSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue Keys keys,
        @DefaultValue Code code,
        @DefaultValue SignInCode signInCode,
        @DefaultValue Link link,
        @DefaultValue Reset reset,
        @DefaultValue Waiting waiting,
        @DefaultValue Step step,
        @DefaultValue SignIn signIn,
        @DefaultValue Hashing hashing,
        @DefaultValue Session session,
        @DefaultValue Email email,
        @DefaultValue Help help,
        @DefaultValue Contact contact,
        @DefaultValue CardOrder cardOrder,
        @DefaultValue Profile profile) {

    /**
     * Encryption keys.
     *
     * @param folder folder of the key files
     * @param create whether missing key files are made at start (demo only)
     */
    public record Keys(
            @DefaultValue("keys") Path folder,
            @DefaultValue("false") boolean create) {}

    /**
     * The provisional code that the student receives by SMS.
     *
     * @param lifetime how long it can be used; not published by the Assurance Maladie, so a choice
     * @param attempts wrong tries from one network address after which it is worthless there (A4); elsewhere it stays
     *     good, so that a stranger cannot spoil it
     * @param attemptsInAll wrong tries from anywhere after which it is dead; NIST SP 800-63B allows 100 at the most
     * @param helpAfter time after which the sign-in page offers another code to who has received none
     * @param coolDown wait after the first sending before the student can have it sent again; each further sending
     *     within a day doubles it (A14, A15)
     * @param longestCoolDown upper bound of that wait
     */
    public record Code(
            @DefaultValue("P14D") Duration lifetime,
            @DefaultValue("5") int attempts,
            @DefaultValue("100") int attemptsInAll,
            @DefaultValue("PT10M") Duration helpAfter,
            @DefaultValue("PT60S") Duration coolDown,
            @DefaultValue("PT1H") Duration longestCoolDown) {}

    /**
     * The code that the student receives by mail at each sign-in once the account is active.
     *
     * @param lifetime how long it can be used; ASVS 6.5.5 and NIST allow ten minutes at the most (A2)
     * @param attempts wrong tries after which it is dead (A4)
     * @param coolDown least time between two sendings that the student asks for (A15)
     * @param mostPerHour codes for one dossier within an hour that nobody used; with the attempts it bounds the guesses
     *     of somebody who knows the password (A4)
     * @param mostPerDay the same within 24 hours
     */
    public record SignInCode(
            @DefaultValue("PT10M") Duration lifetime,
            @DefaultValue("5") int attempts,
            @DefaultValue("PT60S") Duration coolDown,
            @DefaultValue("3") int mostPerHour,
            @DefaultValue("10") int mostPerDay) {}

    /**
     * The link that confirms the e-mail address.
     *
     * @param lifetime how long it can be used
     * @param reminder time after which an unused link is recalled, once per link
     * @param coolDown least time between two sendings asked for by the student (A15)
     * @param most links issued one after the other while the student does nothing
     * @param mostPerHour mails with a link within an hour for one dossier, whatever the student asks or corrects
     */
    public record Link(
            @DefaultValue("P2D") Duration lifetime,
            @DefaultValue("PT24H") Duration reminder,
            @DefaultValue("PT60S") Duration coolDown,
            @DefaultValue("3") int most,
            @DefaultValue("5") int mostPerHour) {}

    /**
     * The link that leads to a new password.
     *
     * @param lifetime how long it can be used; half an hour, as for the real account
     * @param coolDown least time between two links for one dossier (A15)
     * @param mostPerHour links for one dossier within an hour (A4)
     * @param mostPerDay links for one dossier within 24 hours (A4)
     */
    public record Reset(
            @DefaultValue("PT30M") Duration lifetime,
            @DefaultValue("PT60S") Duration coolDown,
            @DefaultValue("3") int mostPerHour,
            @DefaultValue("10") int mostPerDay) {}

    /**
     * The wait for the permanent number or the Carte Vitale.
     *
     * @param checkIn time between two messages that ask whether they have come
     * @param limit time after which the dossier is closed; each of those messages tells the date
     */
    public record Waiting(
            @DefaultValue("P30D") Duration checkIn,
            @DefaultValue("P180D") Duration limit) {}

    /**
     * A student who stops on the way: at one of the three steps, or before confirming the address.
     *
     * @param reminder time between two reminders of an unfinished step; each tells the closing date
     * @param reminders how many of them
     * @param limit time after the student's last action at which the dossier is closed and everything erased
     * @param notice time before the closing date from which a reminder is the last notice, and an advisor is asked to call
     */
    public record Step(
            @DefaultValue("P7D") Duration reminder,
            @DefaultValue("3") int reminders,
            @DefaultValue("P30D") Duration limit,
            @DefaultValue("P10D") Duration notice) {

        /** When a dossier is closed unless the student does something. */
        public Instant closing(Dossier dossier) {
            return dossier.lastActionAt().plus(limit);
        }
    }

    /**
     * Wrong sign-ins of one name (A13; CNIL 2022-100 asks for a growing delay, and for at most 25 tries a day).
     *
     * @param failures wrong tries from one network address before the first wait
     * @param firstWait length of the first wait; each further failure doubles it
     * @param longestWait upper bound of the growing wait
     * @param failuresInAll wrong tries from anywhere within the window, after which every address with a failure of its
     *     own waits until its window ends; an address without one still has its try, so that the owner gets in
     * @param window time for which an address's failures count, from its first one on
     * @param trustedDevice time for which a student can have the password be enough on a device of their own; zero never
     *     offers it
     * @param deviceMemory time for which a device that is not used stays a known one; who signs in from an unknown one is
     *     told by mail
     */
    public record SignIn(
            @DefaultValue("5") int failures,
            @DefaultValue("PT30S") Duration firstWait,
            @DefaultValue("PT1H") Duration longestWait,
            @DefaultValue("25") int failuresInAll,
            @DefaultValue("PT24H") Duration window,
            @DefaultValue("PT0S") Duration trustedDevice,
            @DefaultValue("P365D") Duration deviceMemory) {}

    /**
     * Hashing of passwords, which takes memory (A21).
     *
     * @param atOnce passwords hashed at the same time, 19 MiB each
     * @param waiting how many more wait for their turn; who comes then is asked to come back
     * @param retryAfter when
     */
    public record Hashing(
            @DefaultValue("2") int atOnce,
            @DefaultValue("50") int waiting,
            @DefaultValue("PT5S") Duration retryAfter) {}

    /**
     * Being signed in.
     *
     * @param longest time after which one must sign in again, however busy (A17); the idle time is
     *     {@code server.servlet.session.timeout}
     * @param warning time before either end from which it is told
     */
    public record Session(
            @DefaultValue("PT8H") Duration longest,
            @DefaultValue("PT2M") Duration warning) {}

    /**
     * E-mail addresses.
     *
     * @param universityDomains patterns of domains whose mailboxes end with the studies; the guide asks for a personal
     *     address
     * @param commonDomains domains of the common providers, in lower case and the commonest first; an address that
     *     nearly has one of them is asked about
     */
    public record Email(
            @DefaultValue({}) List<String> universityDomains,
            @DefaultValue({}) List<String> commonDomains) {}

    /**
     * What advisors are asked to help with.
     *
     * @param locked how long a locked student is waited for; then the lock has long ended by itself
     */
    public record Help(@DefaultValue("P1D") Duration locked) {}

    /**
     * Questions of students whose account is active.
     *
     * @param unread time for which an answer waits to be read
     */
    public record Contact(@DefaultValue("P60D") Duration unread) {}

    /**
     * Orders of a new Carte Vitale.
     *
     * @param longestAgo how far back the loss can lie; a year beyond it is a slip of the hand
     * @param reminder time between two reminders of a question that an advisor has asked
     * @param reminders how many of them
     * @param limit time after the question at which an order that was not completed lapses
     * @param unread time for which the decision waits to be read
     * @param delivery time after an approval in which the card is on its way and no other one is ordered
     */
    public record CardOrder(
            @DefaultValue("P5Y") Period longestAgo,
            @DefaultValue("P7D") Duration reminder,
            @DefaultValue("2") int reminders,
            @DefaultValue("P30D") Duration limit,
            @DefaultValue("P60D") Duration unread,
            @DefaultValue("P14D") Duration delivery) {}

    /**
     * What a student is asked to complete once the account is active.
     *
     * @param reminders times after the profile was opened, with the activation, at which open items are recalled, then
     *     silence; earliest first
     * @param patience time after the last reminder, or after the day that an item was put off to, for which the items
     *     can still be answered
     * @param contactDetailsLater time after which contact details that were put off are asked about again
     * @param longestLater how far ahead another item can be put off
     * @param politeFrom time of day from which a reminder may go out, neither on Sundays nor on French public holidays
     * @param politeUntil time of day from which it waits for the next such day
     * @param ceam the European health insurance card, before a departure
     */
    public record Profile(
            @DefaultValue({"P7D", "P30D", "P60D"}) List<Duration> reminders,
            @DefaultValue("P30D") Duration patience,
            @DefaultValue("P30D") Period contactDetailsLater,
            @DefaultValue("P1Y") Period longestLater,
            @DefaultValue("09:00") LocalTime politeFrom,
            @DefaultValue("19:00") LocalTime politeUntil,
            @DefaultValue Ceam ceam) {}

    /**
     * The European health insurance card comes by post, about two to three weeks after it was ordered.
     *
     * @param reminders times before the departure at which the card is recalled
     * @param certificate time before the departure from which the card would come too late, and the provisional
     *     certificate that replaces it is recalled instead
     */
    public record Ceam(
            @DefaultValue({"P30D", "P20D"}) List<Period> reminders,
            @DefaultValue("P10D") Period certificate) {}
}
