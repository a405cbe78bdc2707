package org.amelionboarding.monitoring;

/**
 * Why somebody should look at a dossier. Each finds its dossiers by a SQL query: number, reason, since when, what more
 * there is to say, and the engine's id of the advisors' task.
 */
enum Reason {
    /** Only those that are not passed on from a called process; that of a channel is told once, beside the channel. */
    INCIDENT("""
            select e.business_key_, 'INCIDENT', cast(i.incident_timestamp_ as timestamp with time zone),
                   cast(null as varchar(255)), cast(null as varchar(64))
              from act_ru_incident i
              join act_ru_execution e on e.id_ = i.proc_inst_id_
              join dossier d on d.number = e.business_key_
             where i.cause_incident_id_ = i.id_ and i.incident_type_ <> 'channelOutage'
            """),

    /** A code that somebody, somewhere, types in vain. */
    LOCKED("""
            select s.dossier, 'LOCKED', max(coalesce(t.tried_at, s.issued_at)),
                   cast(null as varchar(255)), cast(null as varchar(64))
              from code_try t join one_time_secret s on s.id = t.code
             where s.used_at is null and s.revoked_at is null and s.expires_at > :now
               and (t.tries >= :attempts or s.tries >= :attemptsInAll)
             group by s.dossier
            """),

    /** No later one has left on that channel, and the student has not been back. What more there is: the channel. */
    UNDELIVERABLE("""
            select m.dossier, 'UNDELIVERABLE', min(coalesce(m.failed_at, m.due_at)), m.channel, cast(null as varchar(64))
              from message m join dossier d on d.number = m.dossier
             where m.status = 'FAILED' and d.closed_at is null
               and (d.signed_in_at is null or d.signed_in_at <= m.queued_at)
               and not exists (select 1 from message l where l.dossier = m.dossier and l.channel = m.channel
                                  and l.status = 'SENT' and l.queued_at > m.queued_at)
             group by m.dossier, m.channel
            """),

    /** A task that waits to be handled, not for something to come. What more there is: its key in the model. */
    ADVISOR_TASK("""
            select e.business_key_, 'ADVISOR_TASK', cast(t.create_time_ as timestamp with time zone), t.task_def_key_, t.id_
              from act_ru_task t
              join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ = 'advisors'
              join act_ru_execution e on e.id_ = t.proc_inst_id_
             where t.priority_ >= 50
            """),

    /** Who waits for a card or a number has nothing to do: the process asks every month and ends by itself. */
    NO_ACTION("""
            select number, 'NO_ACTION', last_action_at, cast(null as varchar(255)), cast(null as varchar(64))
              from dossier
             where activated_at is null and closed_at is null and last_action_at <= :idleSince
               and (readiness is null or readiness not like 'WAIT_FOR_%')
            """);

    private final String query;

    Reason(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }
}
