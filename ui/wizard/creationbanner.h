// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/api/apierror.h"
#include "ui/wizard/wizardpages.h"

#include <QWidget>

#include <optional>

namespace Sluice {

class Banner;

// Why the pipeline was not created, in words, and what can be done: the wizard's one banner.
class CreationBanner final : public QWidget
{
    Q_OBJECT

public:
    CreationBanner(const FormModel *form, const WizardPages *pages, QWidget *parent = nullptr);

    // It was not created. Placed messages are counted by page, the others stand here.
    void showError(const ApiError &error);
    // There is one of this name, which may be the one that was sent.
    void showNamesake(const PipelineKey &key, const ApiError &error);
    // It may be there, and the look for it failed.
    void showLookFailed(const ApiError &error);
    void clear();
    // The page in view, for "1 is on this page".
    void setPage(WizardPages::Page page);

Q_SIGNALS:
    void nextProblemRequested();
    void lookRequested();
    void openRequested(const Sluice::PipelineKey &key);
    void anotherRequested(); // beside the namesake

private:
    void show(const QString &fact, const QString &consequence);
    void addCopyDetails();
    void showRefusal();
    QString whereProblemsAre() const;
    QString unplacedWords() const;

    const FormModel *m_form;
    const WizardPages *m_pages;
    WizardPages::Page m_page = WizardPages::Basics;
    Banner *m_banner;
    std::optional<ApiError> m_refusal; // of the definition, while it is shown
    QString m_details;
};

} // namespace Sluice
