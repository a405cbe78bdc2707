package org.amelionboarding.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface StaffAccountRepository extends Repository<StaffAccount, String> {

    Optional<StaffAccount> findById(String name);

    List<StaffAccount> findAllByOrderByName();

    long count();

    /** The secret is used up by it: of several at the same time one wins. */
    @Modifying
    @Query("update staff_account set password_hash = :hash, secret_digest = null, secret_expires_at = null"
            + " where name = :name and secret_digest = :digest and secret_expires_at > :now and blocked_at is null")
    int choosePassword(String name, String hash, String digest, Instant now);

    /** From now on there is no password. */
    @Modifying
    @Query("update staff_account set password_hash = null, secret_digest = :digest, secret_expires_at = :until"
            + " where name = :name")
    int giveSecret(String name, String digest, Instant until);

    @Modifying
    @Query("update staff_account set blocked_at = coalesce(blocked_at, :now) where name = :name")
    int block(String name, Instant now);

    @Modifying
    @Query("update staff_account set blocked_at = null where name = :name")
    int unblock(String name);
}
