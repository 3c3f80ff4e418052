// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

// Takes addresses apart, as tools and drivers write them, for the fields of a form.
namespace Sluice::AddressText {

struct Database {
    QString source = {}; // the source type whose address it is ("postgres"); empty: it does not say
    QString host;
    int port = 0; // 0: it names none
    QString database = {};
    QString user = {}; // only what looks like the name of one
    // What has no field of its own, in words: "the instance SQLEXPRESS". Translated.
    QStringList leftOut = {};
    bool hasPassword = false;
};

// A database's address with more than a host, in one of these forms; nothing when it is none:
//  - a JDBC URL of the five sources, also with credentials and several hosts
//  - a URL: postgres://, postgresql+psycopg2://, mysql://, sqlserver://, https:// ...
//  - a connection string: "Server=tcp:db,1433;Initial Catalog=shop", "host=db port=5432
//  dbname=shop"
//  - a description of Oracle: (DESCRIPTION=(ADDRESS=(HOST=db)(PORT=1521)) ...)
//  - as SQL Server's tools write it: tcp:db,1433, HOST\INSTANCE
//  - host:port, host:port/database, [2001:db8::1]:1433, //host:1521/service
std::optional<Database> readDatabase(const QString &text);

struct Account {
    QString name;
    bool hasMore = false; // settings, credentials
    bool hasPassword = false;
};

// The Snowflake account in an address: of the account, of the app (with region or organisation), of
// a driver; nothing when it is none.
std::optional<Account> readAccount(const QString &text);

// True when the text may hold a password or one is about to be typed. It is asked at each key, so
// the beginning of an address with credentials is enough. Until an @ follows, a number in the place
// of a password is a port, and a word there without a scheme before is a name.
bool mayHoldPassword(const QString &text);

} // namespace Sluice::AddressText
