package org.amelionboarding.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, String> {

    boolean existsByUniqueKey(String uniqueKey);

    boolean existsByDossier(String dossier);

    int countByDossierAndPurpose(String dossier, MessagePurpose purpose);

    int countByDossierAndPurposeAndQueuedAtAfter(String dossier, MessagePurpose purpose, Instant since);

    Optional<Message> findFirstByDossierAndPurposeOrderByQueuedAtDesc(String dossier, MessagePurpose purpose);

    List<Message> findFirst200ByDossierOrderByQueuedAtDesc(String dossier);

    @Modifying
    @Query("update message set masked_to = null where dossier = :dossier")
    void forgetAddresses(String dossier);

    List<Message> findByDossierOrderByQueuedAt(String dossier);

    @Modifying
    @Query("delete from message where dossier = :dossier")
    void deleteByDossier(String dossier);

    int countByChannelAndSentAtAfter(Channel channel, Instant since);

    int countByChannelAndStatus(Channel channel, Message.Status status);

    @Query("select count(*) from message where phone = :phone and sent_at > :since")
    int countByPhoneAndSentAtAfter(String phone, Instant since);

    /** While the channel is down nothing is due but, from time to time, a probe. */
    @Query("select m.* from message m join message_channel c on c.channel = m.channel"
            + " where m.channel = :channel and m.status = 'QUEUED' and m.next_attempt_at <= :now"
            + " and (m.leased_until is null or m.leased_until <= :now)"
            + " and (m.expires_at is null or m.expires_at > :now)"
            + " and (c.failures = 0 or c.probe_at <= :now)"
            + " order by m.next_attempt_at, m.queued_at fetch first 20 rows only")
    List<Message> findDue(String channel, Instant now);

    /** Of several workers or nodes exactly one gets the lease, and none whose list is older than a wait. */
    @Modifying
    @Query("update message set leased_until = :until, attempts = attempts + 1 where id = :id and status = 'QUEUED'"
            + " and next_attempt_at <= :now and (leased_until is null or leased_until <= :now)"
            + " and (expires_at is null or expires_at > :now)")
    int lease(String id, Instant now, Instant until);

    @Modifying
    @Query("update message set status = 'SENT', sent_at = :now, leased_until = null, payload = null, error = null"
            + " where id = :id")
    void sent(String id, Instant now);

    /** Changes nothing once the lease is another's: what that one says of the message holds. */
    @Modifying
    @Query("update message set next_attempt_at = :next, leased_until = null, silences = :silences, error = :error"
            + " where id = :id and leased_until = :lease")
    void postpone(String id, Instant lease, Instant next, int silences, String error);

    /** As {@link #postpone}; the try does not count. */
    @Modifying
    @Query("update message set next_attempt_at = :next, leased_until = null, attempts = attempts - 1, error = :error"
            + " where id = :id and leased_until = :lease")
    void giveBack(String id, Instant lease, Instant next, String error);

    /** As {@link #postpone}; from now on it is to be told. */
    @Modifying
    @Query(
            "update message set status = 'FAILED', failed_at = :now, next_attempt_at = :now, leased_until = null, payload = null,"
                    + " error = :error where id = :id and leased_until = :lease")
    void fail(String id, Instant lease, Instant now, String error);

    @Modifying
    @Query("update message set status = 'DROPPED', leased_until = null, payload = null, error = 'EXPIRED'"
            + " where channel = :channel and status = 'QUEUED' and expires_at <= :now"
            + " and (leased_until is null or leased_until <= :now)")
    int dropExpired(String channel, Instant now);

    @Query("select * from message where channel = :channel and status = 'FAILED' and next_attempt_at <= :now")
    List<Message> findUntold(String channel, Instant now);

    @Modifying
    @Query("update message set next_attempt_at = null"
            + " where id = :id and status = 'FAILED' and next_attempt_at is not null")
    int told(String id);

    @Modifying
    @Query("update message set next_attempt_at = :next"
            + " where id = :id and status = 'FAILED' and next_attempt_at is not null")
    void tellLater(String id, Instant next);
}
