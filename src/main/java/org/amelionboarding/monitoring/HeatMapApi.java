package org.amelionboarding.monitoring;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Numbers for the diagram of a process; nothing about anybody. */
@RestController
class HeatMapApi {

    private final HeatMap heatMap;

    HeatMapApi(HeatMap heatMap) {
        this.heatMap = heatMap;
    }

    @GetMapping("/api/heat-map")
    ResponseEntity<List<ElementHeat>> show(@Valid HeatMapQuery query) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(heatMap.of(query));
    }
}
