// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/api/apierror.h"
#include "ui/wizard/wizardpages.h"

#include <QWidget>

#include <optional>

namespace Sluice {

class Banner;

// Tells why the pipeline was not created, and what can be done. It is the wizard's only banner.
class CreationBanner final : public QWidget
{
    Q_OBJECT

public:
    CreationBanner(const FormModel *form, const WizardPages *pages, QWidget *parent = nullptr);

    // It was not created. Messages that have a field are counted by page; the others stand here.
    void showError(const ApiError &error);
    // There is a pipeline of this name. It may be the one that was sent.
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
