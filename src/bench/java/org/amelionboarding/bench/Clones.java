package org.amelionboarding.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies all rows of the crowd's originals, one statement for each table. */
class Clones {

    private static final String INSTANCES = "join ACT_HI_PROCINST p on p.BUSINESS_KEY_ = crowd.original ";

    private static final Set<String> IDS_OF_NO_INSTANCE = Set.of(
            "PROC_DEF_ID_",
            "PROCESS_DEF_ID_",
            "ACT_ID_",
            "ACTIVITY_ID_",
            "FAILED_ACT_ID_",
            "DEPLOYMENT_ID_",
            "JOB_DEF_ID_",
            "TENANT_ID_",
            "GROUP_ID_",
            "USER_ID_");

    private static final Map<String, String> OF_THE_CLONE = Map.of(
            "NIR", "case when t.nir is not null then crowd.nir end",
            "PROVISIONAL_NUMBER", "case when t.provisional_number is not null then crowd.provisional end",
            "IDENTITY", "case when t.identity is not null then crowd.identity end",
            "MOBILE", "case when t.mobile is not null then crowd.mobile end",
            "EMAIL", "case when t.email is not null then crowd.email end",
            "CONFIRMED_EMAIL", "case when t.confirmed_email is not null then crowd.email end",
            "UNIQUE_KEY", "t.unique_key || '-' || crowd.n",
            "STOP_DIGEST", "left(t.stop_digest, 70) || lpad(cast(crowd.n as varchar), 6, 'c')",
            "DUEDATE_", "t.DUEDATE_");

    private final JdbcTemplate jdbc;

    Clones(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void make() {
        jdbc.execute("set referential_integrity false");
        clone("DOSSIER", "join DOSSIER t on t.number = crowd.original");
        for (String table : List.of("ONE_TIME_SECRET", "MESSAGE", "PROFILE", "PROFILE_ITEM")) {
            clone(table, "join " + table + " t on t.dossier = crowd.original");
        }
        clone("ACT_RU_IDENTITYLINK", INSTANCES + "join ACT_RU_TASK k on k.PROC_INST_ID_ = p.ID_"
                + " join ACT_RU_IDENTITYLINK t on t.TASK_ID_ = k.ID_");
        clone("ACT_RU_JOB", INSTANCES + "join ACT_RU_JOB t on t.PROCESS_INSTANCE_ID_ = p.ID_");
        for (String table :
                List.of("ACT_HI_ACTINST", "ACT_HI_OP_LOG", "ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_RU_EVENT_SUBSCR")) {
            clone(table, INSTANCES + "join " + table + " t on t.PROC_INST_ID_ = p.ID_");
        }
        clone("ACT_HI_PROCINST", "join ACT_HI_PROCINST t on t.BUSINESS_KEY_ = crowd.original");
        jdbc.execute("set referential_integrity true");
    }

    /** @param joined the table as {@code t}, as far as it is of an original */
    private void clone(String table, String joined) {
        Map<String, String> columns = jdbc
                .queryForList(
                        "select column_name, data_type from information_schema.columns"
                                + " where table_schema = current_schema and table_name = ? order by ordinal_position",
                        table)
                .stream()
                .collect(Collectors.toMap(
                        column -> column.get("COLUMN_NAME").toString(),
                        column -> value(
                                column.get("COLUMN_NAME").toString(),
                                column.get("DATA_TYPE").toString()),
                        (one, other) -> one,
                        LinkedHashMap::new));
        jdbc.update("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from crowd " + joined);
    }

    /** Ids get an end of their own: the engine's differ in their beginning, so they stay different from each other. */
    private static String value(String column, String type) {
        String own = "t." + column;
        if (OF_THE_CLONE.containsKey(column)) {
            return OF_THE_CLONE.get(column);
        }
        if (type.startsWith("TIMESTAMP")) {
            return "dateadd(second, 20 * 86400 - crowd.younger, " + own + ")";
        }
        if (!type.startsWith("CHARACTER")) {
            return own;
        }
        boolean id = column.equals("ID")
                || column.equals("SUPER_EXEC_")
                || column.endsWith("ID_") && !IDS_OF_NO_INSTANCE.contains(column);
        return id
                ? "left(" + own + ", char_length(" + own + ") - 6) || lpad(cast(crowd.n as varchar), 6, 'c')"
                : "replace(" + own + ", crowd.original, crowd.number)";
    }
}
