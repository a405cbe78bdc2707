package org.amelionboarding.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Each change is one conditional statement, so that of many at the same time exactly one wins (A4, A5). */
interface OneTimeSecretRepository extends Repository<OneTimeSecret, String> {

    @Query("select * from one_time_secret where dossier = :dossier and purpose = :purpose and used_at is null"
            + " and revoked_at is null and expires_at > :now order by issued_at desc fetch first 1 rows only")
    Optional<OneTimeSecret> findLive(String dossier, String purpose, Instant now);

    Optional<OneTimeSecret> findById(String id);

    /** Newest first; whoever types an older one than these is told no more than that it is wrong. */
    List<OneTimeSecret> findFirst5ByDossierAndPurposeOrderByIssuedAtDesc(String dossier, SecretPurpose purpose);

    int countByDossierAndPurpose(String dossier, SecretPurpose purpose);

    int countByDossierAndPurposeAndIssuedAtAfter(String dossier, SecretPurpose purpose, Instant since);

    @Query("select issued_at from one_time_secret where dossier = :dossier and purpose = :purpose and used_at is null"
            + " and issued_at > :since order by issued_at desc")
    List<Instant> unusedSince(String dossier, String purpose, Instant since);

    @Query("select count(*) from one_time_secret s join dossier d on d.number = s.dossier"
            + " where s.purpose = :purpose and s.issued_at > :since and d.channel <> 'COHORT'")
    int countAskedFor(SecretPurpose purpose, Instant since);

    @Query("select count(*) from one_time_secret s join dossier d on d.number = s.dossier"
            + " where s.purpose = :purpose and s.used_at > :since and d.channel <> 'COHORT'")
    int countAskedForAndUsed(SecretPurpose purpose, Instant since);

    Optional<OneTimeSecret> findByPurposeAndDigest(SecretPurpose purpose, String digest);

    @Modifying
    @Query("update one_time_secret set tries = tries + 1 where id = :id and tries < :attempts")
    int countTry(String id, int attempts);

    @Modifying
    @Query("update one_time_secret set used_at = :now, sealed = null"
            + " where id = :id and used_at is null and revoked_at is null and expires_at > :now")
    int use(String id, Instant now);

    @Modifying
    @Query("update one_time_secret set revoked_at = :now, sealed = null"
            + " where dossier = :dossier and purpose = :purpose and used_at is null and revoked_at is null")
    void revoke(String dossier, String purpose, Instant now);

    @Modifying
    @Query("update one_time_secret set sealed = null, revoked_at = coalesce(revoked_at, :now) where dossier = :dossier")
    void forgetValues(String dossier, Instant now);

    List<OneTimeSecret> findByDossierOrderByIssuedAt(String dossier);

    @Modifying
    @Query("delete from one_time_secret where dossier = :dossier")
    void deleteByDossier(String dossier);
}
