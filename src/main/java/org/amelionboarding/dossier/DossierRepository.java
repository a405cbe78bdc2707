package org.amelionboarding.dossier;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface DossierRepository extends CrudRepository<Dossier, String> {

    Optional<Dossier> findByNir(Nir nir);
}
