package org.amelionboarding.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.CrudRepository;

interface DossierRepository extends CrudRepository<Dossier, String> {

    Optional<Dossier> findByNir(Nir nir);

    Optional<Dossier> findByProvisionalNumber(ProvisionalNumber number);

    List<Dossier> findByMobileAndNirIsNull(MobileNumber mobile);

    Optional<Dossier> findByConfirmedEmail(PersonalEmail email);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Dossier> findByNumber(String number);

    /** Leaves the version alone. */
    @Modifying
    @Query("update dossier set previous_signed_in_at = signed_in_at, signed_in_at = :now where number = :number")
    void signedIn(String number, Instant now);
}
