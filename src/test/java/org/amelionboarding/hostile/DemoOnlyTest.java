package org.amelionboarding.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import java.net.URI;
import org.amelionboarding.OnboardingApplication;
import org.amelionboarding.signin.StaffSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What belongs to the demo is absent from any other start. */
@SpringBootTest
@ActiveProfiles("test")
class DemoOnlyTest {

    @Autowired
    private WebApplicationContext application;

    @ParameterizedTest
    @CsvSource({"GET, /inbox", "GET, /inbox.json", "GET, /demo/clock", "POST, /demo/clock?advance=P1D"})
    void the_demos_addresses_are_closed(String method, String address) throws Exception {
        MockHttpServletResponse response = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("springSecurityFilterChain", Filter.class))
                .build()
                .perform(MockMvcRequestBuilders.request(method, URI.create(address)))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isIn(302, 403);
        assertThat(response.getContentAsString()).isEmpty();
    }

    @Test
    void no_part_of_the_demo_is_there() {
        assertThat(application.getBeanDefinitionNames())
                .extracting(name -> String.valueOf(application.getType(name)))
                .noneMatch(type -> type.contains("org.amelionboarding.demo"));
    }

    @Test
    void there_is_no_staff_account() {
        assertThat(application.getBean(StaffSettings.class).accounts()).isEmpty();
    }

    @Test
    void without_keys_the_application_says_which_file_is_missing_and_does_not_start() {
        SpringApplicationBuilder start = new SpringApplicationBuilder(OnboardingApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("test");

        assertThatThrownBy(() ->
                        start.run("--onboarding.keys.folder=target/no-such-keys", "--onboarding.keys.create=false"))
                .rootCause()
                .hasMessageContaining("Key file missing")
                .hasMessageContaining("no-such-keys");
    }
}
