// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/definitionpath.h"
#include "models/store/database/storeproblem.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Sluice {

class StoreDatabase;

// A create that was sent, or about to be, and whose outcome is not known.
struct SentCreate {
    QString account; // empty: none left
    QString project;
    QString name; // of the pipeline

    bool isNone() const { return account.isEmpty(); }

    bool operator==(const SentCreate &) const = default;
};

// What is being edited and not on the server yet.
struct Draft {
    enum class Kind { Wizard, Editor };

    QString id; // chosen by the view that owns it: a new UUID
    Kind kind = Kind::Editor;
    PipelineKey key;     // the wizard's has no pipeline; account and project may be empty too
    QJsonObject base;    // the server's definition when editing began; empty in the wizard
    QJsonObject edited;  // as it stands
    QJsonObject typed;   // what was typed and is no value yet (FormModel::setDraft), by path
    QString jsonText;    // the JSON view's text while it is no JSON; else empty
    QString page;        // where the wizard stands
    QString environment; // chosen in the wizard
    SentCreate sent;     // of the wizard
    QDateTime saved;     // set by the store
    // What was not kept because it is a secret or looks like one: its path in edited, or its name
    // in typed as the only key. An empty path: a part of jsonText. Set by the store, which forgets
    // a place when it has a value again.
    QList<DefinitionPath> leftOut;

    // Those of leftOut that still have no value.
    QList<DefinitionPath> missing() const;

    bool operator==(const Draft &) const = default;
};

// Drafts, saved while they are typed. A change is on disk within saveInterval, however fast the
// changes come. Leaves out what looks like a secret itself.
class DraftStore final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    static constexpr std::chrono::milliseconds saveInterval{250};

    explicit DraftStore(StoreDatabase *database, Now now = &QDateTime::currentDateTimeUtc,
                        QObject *parent = nullptr);
    ~DraftStore() override; // flush()

    // Saves a new or changed draft by its id. Cheap enough for every key press. A draft that could
    // not be written is tried again with the next one.
    void save(const Draft &draft);
    void remove(const QString &id);
    void removeAccount(const QString &account); // all of it, the wizard's too
    // Writes now what waits: for when a page is left or a window closes.
    void flush();
    // The same. done comes once everything saved so far is on disk, or could not be written.
    void flush(QObject *context, std::function<void()> done);

    // All drafts, newest first. At start these are the drafts that former sessions left.
    void all(QObject *context, std::function<void(const StoreResult<QList<Draft>> &)> got);

Q_SIGNALS:
    // The draft was written. Not emitted when it could not be.
    void saved(const QString &id);

private:
    void put(const Draft &draft);
    void onAnswer(const Draft &draft, bool kept);

    StoreDatabase *m_database;
    Now m_now;
    QTimer m_timer;
    QHash<QString, Draft> m_waiting;
    QHash<QString, Draft> m_sent; // the answer is on its way
};

} // namespace Sluice
