// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

#include <functional>

namespace Sluice {

class Fleet;
class ReferenceIndex;
class ReferenceMonitor;

// Where references that may be used again come from, and who uses them.
struct ReferenceSources {
    Fleet *fleet = nullptr;
    const ReferenceMonitor *monitor = nullptr; // over this fleet; none: nothing is known
    std::function<QString()> account = {};     // whose references, as of now; none or empty: all
};

// References that an account uses, to be taken over whole. The most used ones come first, among
// equals those that stand at the same kind of field elsewhere.
class ReferenceSuggestions final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ReferenceRole = Qt::UserRole, // SecretReference
        UserCountRole,                // int: uses in the account
    };

    // Nobody reads more of them, and each costs time while one types.
    static constexpr qsizetype mostShown = 200;

    // What is looked for.
    struct Wish {
        QString account;  // id; empty: all
        QString provider; // empty: all
        QString field;    // the last key of the place: "password"; empty: any

        bool operator==(const Wish &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    // Takes what the index knows now. Those that name nothing, or that seem to hold a secret
    // itself, are left out.
    void load(const ReferenceIndex &index, const Wish &wish);
    // Shows the first ones of which the parts, without the provider, contain the text in upper or
    // lower case; empty: the first ones of all.
    void search(const QString &text);

    const SecretReference &reference(int row) const { return m_shown.at(row).reference; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        SecretReference reference;
        int uses = 0;
        bool isOfField = false;
        QString text; // that is searched

        bool operator==(const Row &) const = default;
    };

    static Row makeRow(const ReferenceIndex &index, const Wish &wish,
                       const SecretReference &reference);

    bool isWorthNaming(const SecretReference &reference);
    void show();

    QList<Row> m_rows;
    QList<Row> m_shown;
    QString m_text;
    QHash<SecretReference, bool> m_worth; // of those that might have been shown
};

} // namespace Sluice
