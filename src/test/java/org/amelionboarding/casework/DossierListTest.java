package org.amelionboarding.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amelionboarding.Mailbag;
import org.amelionboarding.Students;
import org.amelionboarding.Time;
import org.amelionboarding.dossier.Closure;
import org.amelionboarding.dossier.CodeRequests;
import org.amelionboarding.dossier.Dossiers;
import org.amelionboarding.dossier.ProfileAnswer;
import org.amelionboarding.dossier.ProfileItem;
import org.amelionboarding.dossier.Profiles;
import org.amelionboarding.dossier.RequestChannel;
import org.amelionboarding.message.MessagePurpose;
import org.amelionboarding.message.Undeliverable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Each test has a time of its own, after that of all others, and asks for the dossiers since then. */
@SpringBootTest
@ActiveProfiles("test")
class DossierListTest {

    private static final Map<String, Object> NOT_YET = Map.of("carteVitaleReceived", false);

    private static Instant start = Instant.parse("2094-01-01T00:00:00Z");
    private static int provisional;

    @Autowired
    private DossierList list;

    @Autowired
    private DossierSearch search;

    @Autowired
    private DossierTable table;

    @Autowired
    private Students students;

    @Autowired
    private Mailbag mailbag;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Profiles profiles;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Time time;

    @BeforeEach
    void later_than_everybody_else() {
        start = start.plus(Duration.ofDays(100));
        time.stopAt(start);
    }

    @AfterEach
    void give_the_time_back() {
        time.goOn();
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_has_the_status_of_where_the_student_stands(DossierStatus status) {
        String dossier = comeTo(status);

        assertThat(all().rows())
                .extracting(DossierRow::status, row -> row.dossier().number())
                .contains(tuple(status, dossier));
    }

    @ParameterizedTest
    @EnumSource
    void the_filter_by_status_leaves_the_others_out(DossierStatus status) {
        String dossier = comeTo(status);
        comeTo(status == DossierStatus.TERMS ? DossierStatus.DETAILS : DossierStatus.TERMS);

        assertThat(numbers(filter(status, null, null, null, null))).containsExactly(dossier);
    }

    @Test
    void a_closed_dossier_is_found_by_the_reason_of_its_closing() {
        String refused = students.requestCode();
        dossiers.close(refused, Closure.TERMS_REFUSED);
        dossiers.close(students.requestCode(), Closure.ABANDONED);

        assertThat(numbers(filter(null, Closure.TERMS_REFUSED, null, null, null)))
                .containsExactly(refused);
    }

    @Test
    void a_closed_dossier_shows_neither_name_nor_number_of_its_student() {
        dossiers.close(students.requestCode(), Closure.ABANDONED);

        assertThat(all().rows()).singleElement().satisfies(row -> {
            assertThat(row.maskedName()).isNull();
            assertThat(row.maskedNir()).isNull();
        });
    }

    @Test
    void an_open_dossier_shows_them_masked() {
        Map<String, Object> request = Students.codeRequest();
        students.start(request);

        assertThat(all().rows()).singleElement().satisfies(row -> {
            assertThat(row.maskedName()).isEqualTo("Z••• M••• K•••");
            assertThat(row.maskedNir())
                    .endsWith(request.get("nir").toString().substring(13))
                    .startsWith("• ••");
        });
    }

    @Test
    void the_filter_by_language_leaves_the_others_out() {
        String english = start(Map.of("language", "en"));
        start(Map.of("language", "fr"));

        assertThat(numbers(filter(null, null, "en", null, null))).containsExactly(english);
    }

    @Test
    void the_filter_by_channel_leaves_the_others_out() {
        String agency = start(Map.of("channel", "AGENCY"));
        start(Map.of("channel", "PHONE_3646"));

        assertThat(numbers(filter(null, null, null, RequestChannel.AGENCY, null)))
                .containsExactly(agency);
    }

    @Test
    void the_filter_by_period_leaves_out_what_was_requested_before() {
        students.requestCode();
        time.stopAt(start.plus(Duration.ofDays(8)));
        String young = students.requestCode();

        assertThat(numbers(new DossierFilter(null, null, null, null, Period.ofDays(7), null)))
                .containsExactly(young);
    }

    @Test
    void the_filter_by_process_leaves_out_who_never_was_in_it() {
        String waiting = students.reachWaitingPage();
        students.requestCode();

        assertThat(numbers(filter(null, null, null, null, "email-verification")))
                .containsExactly(waiting);
    }

    @Test
    void what_moved_last_comes_first() {
        String first = students.requestCode();
        time.stopAt(start.plus(Duration.ofHours(1)));
        String second = students.requestCode();
        time.stopAt(start.plus(Duration.ofHours(2)));
        students.choosePassword(first);

        assertThat(numbers(filter(null, null, null, null, null))).containsExactly(first, second);
    }

    @Test
    void fifty_stand_on_a_page_and_the_rest_on_the_next() {
        IntStream.range(0, 51).forEach(n -> dossiers.open(CodeRequests.fresh()));

        DossierRows first = page(1);
        DossierRows second = page(2);

        assertThat(first.rows()).hasSize(50);
        assertThat(second.rows()).hasSize(1);
        assertThat(first.pages()).isEqualTo(2);
        assertThat(Stream.concat(first.rows().stream(), second.rows().stream())
                        .map(row -> row.dossier().number()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 0, 99})
    void a_page_that_there_is_not_is_the_nearest(int asked) {
        students.requestCode();

        assertThat(page(asked).page()).isEqualTo(1);
        assertThat(page(asked).rows()).hasSize(1);
    }

    @Test
    void without_dossiers_there_is_one_empty_page() {
        assertThat(page(1).rows()).isEmpty();
        assertThat(page(1).pages()).isEqualTo(1);
    }

    @Test
    void a_task_for_advisors_is_a_need() {
        String dossier = students.requestCode();
        events.publishEvent(new Undeliverable(dossier, MessagePurpose.PROVISIONAL_CODE));

        assertThat(needs(dossier)).containsExactly("Task_HandOverCode");
    }

    @Test
    void what_waits_for_the_student_or_for_a_card_is_none() {
        comeTo(DossierStatus.WAITS_FOR_CARD);
        comeTo(DossierStatus.CONFIRMATION);

        assertThat(all().rows()).extracting(DossierRow::needs).containsOnly(List.of());
    }

    @Test
    void the_last_message_that_was_given_up_is_a_need() {
        String dossier = students.requestCode();
        jdbc.sql("update message set status = 'FAILED' where dossier = ?")
                .param(dossier)
                .update();

        assertThat(needs(dossier)).containsExactly("UNDELIVERED");
    }

    @Test
    void every_task_of_advisors_has_its_words() {
        assertThat(
                        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                                .flatMap(definition -> repository
                                        .getBpmnModelInstance(definition.getId())
                                        .getModelElementsByType(UserTask.class)
                                        .stream())
                                .filter(task -> task.getCamundaCandidateGroups() != null)
                                .filter(task -> !"20".equals(task.getCamundaPriority()))
                                .map(task -> "need." + task.getId()))
                .isNotEmpty()
                .allSatisfy(DossierListTest::hasWords);
    }

    @Test
    void every_status_reason_channel_and_period_has_its_words() {
        assertThat(Stream.of(
                                Arrays.stream(DossierStatus.values()).map(one -> "status." + one),
                                Arrays.stream(Closure.values()).map(one -> "closure." + one),
                                Arrays.stream(RequestChannel.values()).map(one -> "channel." + one),
                                DossierFilter.PERIODS.stream().map(one -> "period." + one),
                                Stream.of("need.UNDELIVERED", "need.INCIDENT"))
                        .flatMap(keys -> keys))
                .allSatisfy(DossierListTest::hasWords);
    }

    private static void hasWords(String key) {
        assertThat(ResourceBundle.getBundle("texts/texts", Locale.FRENCH).keySet())
                .contains("page.desk-dossiers." + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lefèvre-d’Étaples",
                "LEFEVRE",
                "lef",
                "Étaples",
                "etap lefev",
                "zoé",
                "Zoe Lefèvre",
                "d'etaples zo-e lefevre"
            })
    void a_student_is_found_by_name(String typed) {
        String dossier = start(Map.of("familyName", "Lefèvre-d’Étaples", "givenNames", "Zoé Zo E"));

        assertThat(found(typed)).contains(dossier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lefèvres", "le", "fevre", "Lefèvre Paul", "zoe etaplesx", "…", "-"})
    void a_wrong_name_finds_nobody(String typed) {
        String dossier = start(Map.of("familyName", "Lefèvre-d’Étaples", "givenNames", "Zoé"));

        assertThat(found(typed)).doesNotContain(dossier);
    }

    @Test
    void a_name_of_two_letters_is_found() {
        String dossier = start(Map.of("familyName", "Ng", "givenNames", "Li"));

        assertThat(found("ng li")).contains(dossier);
    }

    @Test
    void a_closed_dossier_is_not_found_by_name_but_by_its_number() {
        String dossier = start(Map.of("familyName", "Vercingétorix"));
        dossiers.close(dossier, Closure.ABANDONED);

        assertThat(found("Vercingétorix")).isEmpty();
        assertThat(found(dossier)).containsExactly(dossier);
    }

    @Test
    void a_dossier_is_found_by_its_number_however_it_is_typed() {
        String dossier = students.requestCode();

        assertThat(found(dossier)).containsExactly(dossier);
        assertThat(found(" " + dossier.toLowerCase(Locale.ROOT).replace("-", " ")))
                .containsExactly(dossier);
        assertThat(found(dossier.replace("-", ""))).containsExactly(dossier);
    }

    @Test
    void a_student_is_found_by_the_whole_nir_with_or_without_its_key() {
        Map<String, Object> request = Students.codeRequest();
        String dossier = students.start(request).getBusinessKey();
        String nir = request.get("nir").toString();

        assertThat(found(nir)).containsExactly(dossier);
        assertThat(found(nir.substring(0, 13))).containsExactly(dossier);
        assertThat(found(nir.replaceFirst("(.)(..)(..)", "$1 $2\u00a0$3 "))).containsExactly(dossier);
    }

    @Test
    void a_part_of_a_nir_finds_nobody() {
        Map<String, Object> request = Students.codeRequest();
        students.start(request);

        assertThat(found(request.get("nir").toString().substring(0, 12))).isEmpty();
    }

    @Test
    void who_waits_is_found_by_the_provisional_number() {
        String dossier = waitsForNumber();

        assertThat(found(provisionalNumber())).containsExactly(dossier);
    }

    @Test
    void the_table_tells_states_and_moments_of_all_pages_and_nobodys_name() throws IOException {
        Map<String, Object> request = Students.codeRequest();
        String dossier = students.start(request).getBusinessKey();
        IntStream.range(0, 60).forEach(n -> dossiers.open(CodeRequests.fresh()));
        students.choosePassword(dossier);

        String csv = csv("fr");

        assertThat(csv.lines()).hasSize(62);
        assertThat(csv)
                .startsWith("\uFEFFDossier;Situation;Langue;Canal;Demandé le;")
                .contains(dossier + ";Doit accepter les conditions (2/3);fr;3646;"
                        + start.toString().substring(0, 10))
                .doesNotContain("Kowalska", "Zofia", request.get("nir").toString(), "+336");
    }

    @Test
    void the_table_of_who_reads_english_has_commas() throws IOException {
        students.requestCode();

        assertThat(csv("en")).startsWith("\uFEFFDossier,Status,Language,Channel,Requested on,");
    }

    @Test
    void the_table_tells_why_a_dossier_was_closed() throws IOException {
        dossiers.close(students.requestCode(), Closure.TERMS_REFUSED);

        assertThat(csv("fr")).contains(";conditions refusées;");
    }

    private String csv(String language) throws IOException {
        StringWriter text = new StringWriter();
        table.write(filter(null, null, null, null, null), language, text);
        return text.toString();
    }

    private String comeTo(DossierStatus status) {
        return switch (status) {
            case WAITS_FOR_NUMBER -> waitsForNumber();
            case WAITS_FOR_CARD -> start(NOT_YET);
            case CODE -> students.requestCode();
            case PASSWORD -> signedIn();
            case TERMS -> passwordChosen();
            case DETAILS -> termsAccepted();
            case CONFIRMATION -> students.reachWaitingPage();
            case ACTIVE -> active();
            case COMPLETE -> complete();
            case CLOSED -> closed();
        };
    }

    /** With a telephone of their own: who comes back with a permanent number is known by it. */
    private String waitsForNumber() {
        provisional++;
        return start(Map.of("nir", provisionalNumber(), "mobile", "+3361299%04d".formatted(provisional)));
    }

    private static String provisionalNumber() {
        return withKey("7030799122%03d".formatted(provisional));
    }

    private String signedIn() {
        String dossier = students.requestCode();
        dossiers.signedIn(dossier);
        return dossier;
    }

    private String passwordChosen() {
        String dossier = signedIn();
        students.choosePassword(dossier);
        return dossier;
    }

    private String termsAccepted() {
        String dossier = passwordChosen();
        students.acceptTerms(dossier);
        return dossier;
    }

    private String active() {
        String dossier = students.reachWaitingPage();
        students.confirmEmail(dossier, mailbag.token(dossier));
        return dossier;
    }

    private String complete() {
        String dossier = active();
        if (!profiles.exists(dossier)) {
            profiles.open(dossier);
        }
        for (ProfileItem item : ProfileItem.values()) {
            profiles.answer(dossier, item, ProfileAnswer.NOT_CONCERNED, null);
        }
        return dossier;
    }

    private String closed() {
        String dossier = active();
        dossiers.close(dossier, Closure.ABANDONED);
        return dossier;
    }

    private String start(Map<String, Object> changed) {
        Map<String, Object> request = Students.codeRequest();
        request.putAll(changed);
        return students.start(request).getBusinessKey();
    }

    private static String withKey(String body) {
        return body + "%02d".formatted(97 - Long.parseLong(body) % 97);
    }

    private static DossierFilter filter(
            DossierStatus status, Closure closure, String language, RequestChannel channel, String definition) {
        return new DossierFilter(status, closure, language, channel, Period.ofDays(50), definition);
    }

    private List<String> numbers(DossierFilter filter) {
        return list.page(filter.condition(time.now()), 1).rows().stream()
                .map(row -> row.dossier().number())
                .toList();
    }

    private DossierRows all() {
        return page(1);
    }

    private DossierRows page(int page) {
        return list.page(filter(null, null, null, null, null).condition(time.now()), page);
    }

    private List<String> needs(String dossier) {
        return all().rows().stream()
                .filter(row -> row.dossier().number().equals(dossier))
                .findFirst()
                .orElseThrow()
                .needs();
    }

    private List<String> found(String typed) {
        return list.page(search.condition(typed), 1).rows().stream()
                .map(row -> row.dossier().number())
                .toList();
    }
}
