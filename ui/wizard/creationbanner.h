// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/fleet/inventory.h"
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

    // The server or the network refused. Placed messages are counted by page, the others stand
    // here.
    void showError(const ApiError &error);
    // The answer was lost and a look has told more.
    void showFound(const PipelineKey &key, const QString &name);
    void showNamesake(const PipelineKey &key, const QString &name); // new, or an older one
    void showNotFound(const QString &name);
    void showLookFailed(const ApiError &error);
    void clear();
    // The page in view, for "1 is on this page".
    void setPage(WizardPages::Page page);

Q_SIGNALS:
    void nextProblemRequested();
    void lookRequested();
    void openRequested(const Sluice::PipelineKey &key);

private:
    void show(const QString &fact, const QString &consequence);
    void addCopyDetails();
    void offerToOpen(const PipelineKey &key);
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
