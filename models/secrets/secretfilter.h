// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace Sluice {

// The references of a SecretsModel that match text, provider and account, sorted by a column and
// below that as references are.
class SecretFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SecretFilter(QObject *parent = nullptr);

    // Empty ones and false let all through.
    void setText(const QString &text);         // all words must occur, any case
    void setProvider(const QString &provider); // AZURE_KEY_VAULT
    void setAccount(const QString &id);
    void setOnlyFindings(bool only);

    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    template <typename Member, typename Value>
    void set(Member &member, const Value &value);

    QStringList m_words;
    QString m_provider;
    QString m_account;
    bool m_onlyFindings = false;
};

} // namespace Sluice
