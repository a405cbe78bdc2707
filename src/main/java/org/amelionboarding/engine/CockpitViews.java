package org.amelionboarding.engine;

import jakarta.ws.rs.Path;
import java.util.Set;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Our pages inside Cockpit: {@code plugin-webapp/onboarding/app/plugin.js} names the places where they stand. Registered
 * in {@code META-INF/services}, not as a bean.
 */
public class CockpitViews extends AbstractCockpitPlugin {

    private static final String ID = "onboarding";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Assets.class);
    }

    /** Hands out the script and the styles. */
    @Path("plugin/" + ID)
    public static class Assets extends AbstractCockpitPluginRootResource {

        public Assets() {
            super(ID);
        }
    }
}
