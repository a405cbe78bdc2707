package org.amelionboarding.engine;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One index beside Camunda's own on the history of activities. It holds all that the heat map reads, in the order of its
 * question: without it the whole history of a process is read row by row. Not a migration, since on a new database the
 * engine's tables are made later than ours.
 */
@Component
class HistoryIndex implements SmartInitializingSingleton {

    private final JdbcTemplate jdbc;

    HistoryIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.execute("create index if not exists HEAT_MAP on ACT_HI_ACTINST"
                + " (PROC_DEF_KEY_, START_TIME_, ACT_ID_, DURATION_, ACT_INST_STATE_, PROC_INST_ID_)");
    }
}
