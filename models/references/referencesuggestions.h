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

// Where suggestions of references come from.
struct ReferenceSources {
    Fleet *fleet = nullptr;
    const ReferenceMonitor *monitor = nullptr; // of this fleet; none: nothing is known
    std::function<QString()> account = {};     // the id of the account now; none or empty: all
};

// References that an account uses, so that one can be chosen whole. The most used ones come first.
// Among equally used ones, those of the same kind of field come first.
class ReferenceSuggestions final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ReferenceRole = Qt::UserRole, // SecretReference
        UserCountRole,                // int: uses in the account
    };

    // Nobody reads more suggestions, and each one costs time during typing.
    static constexpr qsizetype mostShown = 200;

    // The field that suggestions are for.
    struct Wish {
        QString account;  // id; empty: all
        QString provider; // empty: all
        QString field;    // the last key of the place: "password"; empty: any

        bool operator==(const Wish &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    // Takes what the index knows now. References that name nothing, or that seem to hold a secret
    // itself, are left out.
    void load(const ReferenceIndex &index, const Wish &wish);
    // Shows the first references that contain the text in a part other than the provider. Case does
    // not count. Empty: the first references of all.
    void search(const QString &text);

    const SecretReference &reference(int row) const { return m_shown.at(row).reference; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        SecretReference reference;
        int uses = 0;
        bool isOfField = false;
        QString text; // where the search looks

        bool operator==(const Row &) const = default;
    };

    static Row makeRow(const ReferenceIndex &index, const Wish &wish,
                       const SecretReference &reference);

    bool isWorthNaming(const SecretReference &reference);
    void show();

    QList<Row> m_rows;
    QList<Row> m_shown;
    QString m_text;
    QHash<SecretReference, bool> m_worth; // of references that were looked at already
};

} // namespace Sluice
