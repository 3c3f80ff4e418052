// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/secretreference.h"

#include <QAbstractListModel>
#include <QList>
#include <QSet>

#include <functional>

namespace Sluice {

class Fleet;
class SecretIndex;
class SecretWatch;

// Where references that may be used again come from, and who uses them.
struct SecretSources {
    Fleet *fleet = nullptr;
    const SecretWatch *watch = nullptr;    // over this fleet; none: nothing is known
    std::function<QString()> account = {}; // whose references, as of now; none or empty: all
};

// References that an account uses, to be taken over whole. Those that stand at the same kind of
// field elsewhere come first, then the most used ones.
class SecretSuggestions final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ReferenceRole = Qt::UserRole, // SecretReference
        UserCountRole,                // int: uses in the account
        SearchRole,                   // QString: the parts but the provider
    };

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
    void load(const SecretIndex &index, const Wish &wish);

    const SecretReference &reference(int row) const { return m_rows.at(row).reference; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        SecretReference reference;
        int uses = 0;
        bool isOfField = false;

        bool operator==(const Row &) const = default;
    };

    static Row makeRow(const SecretIndex &index, const Wish &wish,
                       const SecretReference &reference);

    QList<Row> m_rows;
};

} // namespace Sluice
