// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/creationbanner.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clipboard.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

CreationBanner::CreationBanner(const FormModel *form, const WizardPages *pages, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_pages(pages)
    , m_banner(new Banner(Banner::Kind::Problem, this))
{
    m_banner->setObjectName(u"creationBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, Size::Gap, 24, Size::PageMargin);
    layout->addWidget(m_banner);
    connect(form, &FormModel::problemsChanged, this, [this] {
        if (m_refusal)
            showRefusal();
    });
    hide();
}

void CreationBanner::clear()
{
    m_refusal.reset();
    hide();
}

void CreationBanner::setPage(WizardPages::Page page)
{
    m_page = page;
    if (m_refusal)
        showRefusal();
}

void CreationBanner::show(const QString &fact, const QString &consequence)
{
    m_banner->setText(fact, consequence);
    setVisible(true);
}

void CreationBanner::addCopyDetails()
{
    QPushButton *copy = m_banner->addButton(tr("Copy &details"), "copy");
    copy->setObjectName(u"copyDetails"_s);
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyToClipboard(m_details, copy); });
}

void CreationBanner::showError(const ApiError &error)
{
    m_refusal.reset();
    m_details = error.details();
    m_banner->clearButtons();
    m_banner->setKind(Banner::Kind::Problem);
    addCopyDetails();
    if (!error.violations.isEmpty()) {
        m_refusal = error;
        QPushButton *next = m_banner->addButton(tr("Next problem (F8)"));
        next->setObjectName(u"nextProblem"_s);
        connect(next, &QPushButton::clicked, this, &CreationBanner::nextProblemRequested);
        showRefusal();
        return;
    }
    if (error.isEffectUnknown()) {
        m_banner->setKind(Banner::Kind::Warning);
        show(error.summary(), tr("Create looks for it again before it sends anything."));
        return;
    }
    show(tr("Not created. %1").arg(error.summary()), error.nextStep());
}

void CreationBanner::showRefusal()
{
    const auto found = int(m_refusal->violations.size());
    show(tr("Not created: the server found %n problem(s).", nullptr, found),
         QStringList{whereProblemsAre(), unplacedWords()}.join(u' ').trimmed());
}

QString CreationBanner::whereProblemsAre() const
{
    QStringList places;
    if (const int here = m_pages->problems(m_page); here > 0)
        places.append(tr("%n on this page", nullptr, here));
    for (int page = 0; page < WizardPages::PageCount; ++page) {
        const int count = m_pages->problems(WizardPages::Page(page));
        if (page != m_page && count > 0)
            places.append(
                tr("%n on %1", nullptr, count).arg(WizardPages::title(WizardPages::Page(page))));
    }
    if (places.isEmpty())
        return m_form->unplacedErrors().isEmpty()
                   ? tr("All marked fields were changed. Create again to check them.")
                   : QString();
    return tr("%1.").arg(places.join(u", "_s));
}

QString CreationBanner::unplacedWords() const
{
    QStringList words;
    const QList<Violation> unplaced = m_form->unplacedErrors();
    for (const Violation &violation : unplaced) {
        words.append(
            violation.field.isEmpty()
                ? tr("The server says: “%1”.").arg(violation.message)
                : tr("The server says of %1: “%2”.").arg(violation.field, violation.message));
    }
    return words.join(u' ');
}

void CreationBanner::showNamesake(const PipelineKey &key, const ApiError &error)
{
    m_refusal.reset();
    m_details = error.details();
    m_banner->clearButtons();
    m_banner->setKind(Banner::Kind::Warning);
    addCopyDetails();
    QPushButton *another = m_banner->addButton(tr("It is an&other one"));
    another->setObjectName(u"createAnother"_s);
    another->setToolTip(tr("Create makes a second pipeline of this name then"));
    connect(another, &QPushButton::clicked, this, &CreationBanner::anotherRequested);
    QPushButton *open = m_banner->addButton(tr("Open &it"));
    open->setObjectName(u"openFound"_s);
    connect(open, &QPushButton::clicked, this, [this, key] { Q_EMIT openRequested(key); });
    show(error.summary(), tr("Open it and compare before you create one more."));
}

void CreationBanner::showLookFailed(const ApiError &error)
{
    m_refusal.reset();
    m_details = error.details();
    m_banner->clearButtons();
    m_banner->setKind(Banner::Kind::Warning);
    addCopyDetails();
    QPushButton *look = m_banner->addButton(tr("Loo&k again"), "search");
    look->setObjectName(u"lookForIt"_s);
    connect(look, &QPushButton::clicked, this, &CreationBanner::lookRequested);
    show(error.summary(), tr("Look for it before you try again."));
}

} // namespace Sluice
