// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace Sluice {

class FieldRow;
class CredentialStore;
class TextLabel;

// The fields of a new account: name, address, credentials. It says where the secret will be kept,
// so it asks the store once whether it answers.
class ConnectForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectForm(CredentialStore *secrets, QWidget *parent = nullptr);

    Profile profile() const; // with a new id each time the form is cleared
    QString secret() const;
    bool remember() const;
    QString host() const; // of the chosen address, for the list of steps

    // Marks missing or wrong fields and gives the focus to the first; true when there are none.
    bool check();
    // Marks the field that the failed step was about, and returns its entry; null when the fault
    // lies elsewhere. The mark goes with the next edit of any field.
    QLineEdit *markFault(ConnectionCheck::Step step, const ApiError &error);
    void forgetFault();
    void clear();
    // Shows a known account; only its secret is missing.
    void fill(const Profile &profile);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void addChoices();
    QWidget *makeChoice(const QString &label, QButtonGroup *group);
    void showFieldsForChoices();
    void askStore();
    void checkAddress(FieldRow *row, const QString &missing);
    FieldRow *fieldAtFault(ConnectionCheck::Step step, const ApiError &error) const;
    QString faultText(const FieldRow *row, const ApiError &error) const;
    QList<FieldRow *> rows() const;

    enum Region { Eu, Us, Au, Other }; // the first three as in regionNames()

    Region region() const;
    bool usesToken() const;

    CredentialStore *m_secrets;
    QString m_id;
    QVBoxLayout *m_layout;
    QButtonGroup *m_regions;
    QButtonGroup *m_signIns;
    FieldRow *m_name;
    FieldRow *m_baseUrl;
    FieldRow *m_tokenUrl;
    FieldRow *m_clientId;
    FieldRow *m_clientSecret;
    FieldRow *m_token;
    FieldRow *m_accountId;
    FieldRow *m_atFault = nullptr; // marked after a failed test
    QCheckBox *m_remember;
    TextLabel *m_keptWhere;
};

} // namespace Sluice
