// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/migrations.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Times are milliseconds since 1970 in UTC. Ids are text. JSON is text with sorted keys and without
// secrets (see secretscrubber.h). A pipeline is named by account (the profile's id), project and
// pipeline.
Migration firstVersion()
{
    return {
        // What is being edited and not on the server yet.
        uR"(CREATE TABLE draft (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,        -- wizard, editor
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,    -- empty in the wizard
            base TEXT NOT NULL,        -- the server's JSON when editing began
            edited TEXT NOT NULL,      -- JSON as edited
            typed TEXT NOT NULL,       -- JSON: what was typed and is no value yet, by place
            json_text TEXT NOT NULL,   -- the JSON view's text while it is no JSON
            page TEXT NOT NULL,        -- where the wizard stands
            environment TEXT NOT NULL, -- chosen in the wizard
            saved INTEGER NOT NULL))"_s,

        // Each distinct definition once, however many versions or pipelines have it.
        uR"(CREATE TABLE definition (
            hash TEXT PRIMARY KEY,     -- SHA-256 of json in UTF-8, hexadecimal
            size INTEGER NOT NULL,     -- of json, in characters
            json TEXT NOT NULL))"_s,

        // The definitions that a pipeline had, in order of id. Each row is what it became.
        uR"(CREATE TABLE version (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            hash TEXT NOT NULL REFERENCES definition (hash),
            origin TEXT NOT NULL,      -- read, before-save, deleted, created, saved, restored
            name TEXT NOT NULL,        -- of the pipeline in this version
            tables INTEGER NOT NULL,   -- how many the source names
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL))"_s,
        u"CREATE INDEX version_by_pipeline ON version (account, project, pipeline, id)"_s,
        u"CREATE INDEX version_by_hash ON version (hash)"_s,

        // What was deleted from here. Has its own JSON, so that emptying the trash does not touch
        // the versions.
        uR"(CREATE TABLE trash (
            id TEXT PRIMARY KEY,
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,    -- the id that it had
            account_name TEXT NOT NULL,
            project_name TEXT NOT NULL,
            name TEXT NOT NULL,
            json TEXT NOT NULL,
            deleted INTEGER NOT NULL,
            confirmed INTEGER NOT NULL -- 1: the server said so, 0: it is not known to be gone
            ))"_s,
        u"CREATE INDEX trash_by_pipeline ON trash (account, project, pipeline)"_s,

        uR"(CREATE TABLE template (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            folded_name TEXT NOT NULL UNIQUE, -- no two names differ in case or blanks alone
            json TEXT NOT NULL,
            saved INTEGER NOT NULL))"_s,
    };
}

Migration secondVersion()
{
    return {
        // Pipelines that were seen to stop unexpectedly and have not run since.
        uR"(CREATE TABLE unexpected_stop (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            PRIMARY KEY (account, project, pipeline)))"_s,
    };
}

Migration thirdVersion()
{
    return {
        // JSON: the places where values were left out as secrets, each a list of keys.
        u"ALTER TABLE draft ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'"_s,
        u"ALTER TABLE trash ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'"_s,
        u"ALTER TABLE template ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'"_s,
    };
}

Migration fourthVersion()
{
    return {
        // JSON: the account, project and name of a create that was sent, as long as its outcome is
        // not known.
        u"ALTER TABLE draft ADD COLUMN sent TEXT NOT NULL DEFAULT '{}'"_s,
        // As in the tables above.
        u"ALTER TABLE version ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]'"_s,
    };
}

Migration fifthVersion()
{
    return {
        // The state in which each pipeline was last seen. Zero: no such time.
        uR"(CREATE TABLE last_state (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            status TEXT NOT NULL,         -- the server's word
            seen INTEGER NOT NULL,        -- when it was so
            since INTEGER NOT NULL,       -- first seen so
            since_exact INTEGER NOT NULL, -- 0: it was so at the first look already
            stop_sent INTEGER NOT NULL,   -- from here, if it may have reached the server
            unexpected INTEGER NOT NULL,  -- 1: it stopped unexpectedly and has not run since
            PRIMARY KEY (account, project, pipeline)))"_s,
        u"INSERT INTO last_state SELECT account, project, pipeline, '', 0, 0, 0, 0, 1 "
        "FROM unexpected_stop"_s,
        u"DROP TABLE unexpected_stop"_s,
        // The sets of rules by which secrets were taken out of everything here, see
        // storecleaning.h.
        u"CREATE TABLE cleaned (rules INTEGER NOT NULL)"_s,
    };
}

Migration sixthVersion()
{
    return {
        // What was seen and done, see event.h, in order of id. Zero: no such time or version.
        uR"(CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            account TEXT NOT NULL,     -- empty: of the program
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,    -- empty: of the account
            account_name TEXT NOT NULL,
            project_name TEXT NOT NULL,
            name TEXT NOT NULL,        -- of the pipeline then
            began INTEGER NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            detail TEXT NOT NULL,
            version INTEGER NOT NULL,
            search TEXT NOT NULL       -- what a row shows, lower case
            ))"_s,
        u"CREATE INDEX event_by_time ON event (at)"_s,
        u"CREATE INDEX event_by_pipeline ON event (account, project, pipeline, id)"_s,

        // Times in which a pipeline was seen in one state, with no long pause between two looks.
        uR"(CREATE TABLE observed (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            began INTEGER NOT NULL,
            ended INTEGER NOT NULL,
            status TEXT NOT NULL,      -- the server's word
            PRIMARY KEY (account, project, pipeline, began)) WITHOUT ROWID)"_s,
        u"CREATE INDEX observed_by_end ON observed (ended)"_s,

        // Moments that outlive the program, by name.
        u"CREATE TABLE moment (name TEXT PRIMARY KEY, at INTEGER NOT NULL)"_s,
    };
}

Migration seventhVersion()
{
    return {
        // Alerts that nobody is told of, see mute.h.
        uR"(CREATE TABLE mute (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,   -- empty: of the account
            rule TEXT NOT NULL,       -- empty: all rules
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,    -- zero: until the alert is over
            PRIMARY KEY (account, project, pipeline, rule)))"_s,
    };
}

Migration eighthVersion()
{
    return {
        // Pins, tags and notes, see pipelinelabel.h.
        uR"(CREATE TABLE label (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            pipeline TEXT NOT NULL,
            pinned INTEGER NOT NULL,  -- 0 or 1
            tags TEXT NOT NULL,       -- a line each
            note TEXT NOT NULL,
            PRIMARY KEY (account, project, pipeline)))"_s,
    };
}

Migration ninthVersion()
{
    return {
        // What the lists of an account said last, see liststore.h.
        uR"(CREATE TABLE listed_project (
            account TEXT NOT NULL,
            project TEXT NOT NULL,
            place INTEGER NOT NULL,   -- in the server's list
            name TEXT NOT NULL,
            description TEXT NOT NULL,
            read_at INTEGER NOT NULL, -- its pipelines; zero: never
            pipelines TEXT NOT NULL,  -- their ids, a line each
            PRIMARY KEY (account, project)))"_s,
        uR"(CREATE TABLE listed_runner (
            account TEXT NOT NULL,
            runner TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (account, runner)))"_s,

        // When a pipeline was last seen streaming, whether it ended then, and its longest snapshot
        // in ms, see seenstate.h.
        u"ALTER TABLE last_state ADD COLUMN streamed INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE last_state ADD COLUMN streamed_exact INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE last_state ADD COLUMN longest_snapshot INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE last_state SET streamed = coalesce((SELECT max(ended) FROM observed WHERE "
        "observed.account = last_state.account AND observed.project = last_state.project AND "
        "observed.pipeline = last_state.pipeline AND observed.status = 'STREAMING'), 0)"_s,
    };
}

} // namespace

QList<Migration> storeMigrations()
{
    return {firstVersion(), secondVersion(),  thirdVersion(),  fourthVersion(), fifthVersion(),
            sixthVersion(), seventhVersion(), eighthVersion(), ninthVersion()};
}

} // namespace Sluice
