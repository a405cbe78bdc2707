package org.amelionboarding.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface MessageRepository extends Repository<Message, String> {

    boolean existsByUniqueKey(String uniqueKey);

    int countByDossierAndPurpose(String dossier, MessagePurpose purpose);

    int countByDossierAndPurposeAndQueuedAtAfter(String dossier, MessagePurpose purpose, Instant since);

    Optional<Message> findFirstByDossierAndPurposeOrderByQueuedAtDesc(String dossier, MessagePurpose purpose);

    @Query("select * from message where channel = :channel and status = 'QUEUED' and next_attempt_at <= :now"
            + " and (leased_until is null or leased_until <= :now) order by next_attempt_at fetch first 20 rows only")
    List<Message> findDue(String channel, Instant now);

    /** Of several workers or nodes exactly one gets the lease, and none whose list is older than a wait. */
    @Modifying
    @Query("update message set leased_until = :until, attempts = attempts + 1 where id = :id and status = 'QUEUED'"
            + " and next_attempt_at <= :now and (leased_until is null or leased_until <= :now)")
    int lease(String id, Instant now, Instant until);

    @Modifying
    @Query("update message set status = 'SENT', sent_at = :now, leased_until = null, payload = null, error = null"
            + " where id = :id")
    void sent(String id, Instant now);

    /** Changes nothing once the lease is another's: what that one says of the message holds. */
    @Modifying
    @Query("update message set next_attempt_at = :next, leased_until = null, error = :error"
            + " where id = :id and leased_until = :lease")
    void postpone(String id, Instant lease, Instant next, String error);

    /** As {@link #postpone}. */
    @Modifying
    @Query("update message set status = 'FAILED', leased_until = null, payload = null, error = :error"
            + " where id = :id and leased_until = :lease")
    void fail(String id, Instant lease, String error);
}
