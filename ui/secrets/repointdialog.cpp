// SPDX-License-Identifier: Apache-2.0
#include "ui/secrets/repointdialog.h"

#include "models/secrets/repointmodel.h"
#include "models/secrets/secretsuggestions.h"
#include "ui/secrets/repointchoice.h"
#include "ui/secrets/repointreview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize firstSize{1200, 700};
constexpr int callsEach = 2; // a reading and a save

QString calls(int pipelines)
{
    return RepointDialog::tr("%L1 calls to the server").arg(pipelines * callsEach);
}

} // namespace

RepointDialog::RepointDialog(Fleet *fleet, const SecretWatch *watch,
                             const QList<SecretReference> &from, const QString &accountInView,
                             QWidget *parent)
    : QDialog(parent)
    , m_fleet(fleet)
    , m_model(new RepointModel(fleet, watch, {from.begin(), from.end()}, accountInView, this))
    , m_pages(new QStackedWidget(this))
    , m_choice(new RepointChoice(m_model, {fleet, watch, [accountInView] { return accountInView; }},
                                 m_pages))
    , m_review(new RepointReview(m_model, m_pages))
    , m_busy(new BusyLine(this))
    , m_words(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    setObjectName(u"repointDialog"_s);
    setWindowTitle(from.size() == 1 ? tr("Re-point reference") : tr("Re-point references"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize.boundedTo(parent ? parent->window()->size() : firstSize));
    m_words->setObjectName(u"repointWords"_s);
    m_pages->addWidget(m_choice);
    m_pages->addWidget(m_review);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, Size::PageMargin, Size::PageMargin,
                               Size::PageMargin);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_pages, 1);
    layout->addLayout(makeButtons());
    connect(m_choice, &RepointChoice::changed, this, &RepointDialog::refresh);
    connect(m_model, &RepointModel::readAgain, this, [this] {
        m_review->begin(RepointReview::Rows::Left);
        refresh();
    });
    setStage(Stage::Choosing);
}

QLayout *RepointDialog::makeButtons()
{
    const auto button = [this](const QString &text, const QString &objectName) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(objectName);
        made->setAutoDefault(false);
        return made;
    };
    m_report = button(tr("Copy &report"), u"copyRepointReport"_s);
    m_report->setIcon(icon("copy"));
    m_report->setToolTip(tr("The table as text, with results in full"));
    m_back = button(tr("&Back"), u"repointBack"_s);
    m_close = button({}, u"repointClose"_s);
    m_primary = button({}, u"repointGo"_s);
    m_primary->setProperty("primary", true);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_report);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_close);
    layout->addWidget(m_primary);
    connect(m_report, &QPushButton::clicked, this, &RepointDialog::copyReport);
    connect(m_back, &QPushButton::clicked, this, &RepointDialog::goBack);
    connect(m_close, &QPushButton::clicked, this, &RepointDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, &RepointDialog::goOn);
    return layout;
}

void RepointDialog::setStage(Stage stage)
{
    m_stage = stage;
    m_pages->setCurrentIndex(stage == Stage::Choosing ? 0 : 1);
    if (stage == Stage::Choosing)
        m_choice->focusFirst();
    else
        m_review->focusFirst();
    refresh();
}

void RepointDialog::refresh()
{
    m_report->setVisible(m_stage == Stage::Ended);
    m_back->setVisible(m_stage == Stage::Reviewing);
    m_primary->setVisible(m_stage != Stage::Running);
    m_close->setEnabled(true);
    m_busy->setBusy(m_stage == Stage::Running || m_model->isReading());
    m_review->showProgress(m_done, m_stage == Stage::Running ? m_total : 0);
    switch (m_stage) {
    case Stage::Choosing: updateChoosing(); break;
    case Stage::Reviewing: updateReviewing(); break;
    case Stage::Running: updateRunning(); break;
    case Stage::Ended: updateEnded(); break;
    }
}

void RepointDialog::updateChoosing()
{
    const int count = m_model->tickedCount();
    const QString obstacle = m_choice->obstacle();
    m_primary->setText(count == 1 ? tr("Review 1 change…") : tr("Review %L1 changes…").arg(count));
    m_primary->setEnabled(obstacle.isEmpty());
    m_close->setText(tr("Cancel"));
    if (!obstacle.isEmpty())
        m_words->setText(obstacle);
    else
        m_words->setText(
            (count == 1 ? tr("1 pipeline to review") : tr("%L1 pipelines to review").arg(count)) +
            u", "_s + calls(count));
}

void RepointDialog::updateReviewing()
{
    const int count = int(m_model->left().size());
    m_primary->setText(count == 1 ? tr("Re-point 1 pipeline")
                                  : tr("Re-point %L1 pipelines").arg(count));
    m_primary->setEnabled(!m_model->isReading() && count > 0);
    m_close->setText(tr("Cancel"));
    if (m_model->isReading()) {
        m_review->setHeadline(tr("Reading what the server has now…"));
        m_words->setText({});
        return;
    }
    m_review->setHeadline(count == 1 ? tr("1 pipeline changes")
                                     : tr("%L1 pipelines change").arg(count));
    m_words->setText(count == 0
                         ? tr("Nothing is left to change.")
                         : tr("One after the other, each read again right before its save: %1.")
                               .arg(calls(count)));
}

void RepointDialog::updateRunning()
{
    const bool isStopping = m_run->isStopping();
    m_close->setText(tr("Stop"));
    m_close->setEnabled(!isStopping);
    m_words->setText(isStopping ? tr("Stopping; waiting for the answer to what was sent.")
                                : QString());
    m_review->setHeadline(
        tr("Re-pointing %L1 of %L2…").arg(qMin(m_done + 1, m_total)).arg(m_total));
}

void RepointDialog::updateEnded()
{
    const int failed = failedCount();
    const int left = m_model->count(RepointRun::Step::NotStarted);
    m_close->setText(tr("Close"));
    const int running = m_model->doneWhileRunning();
    m_words->setText(running == 0   ? QString()
                     : running == 1 ? tr("1 of them runs, and may need a restart.")
                                    : tr("%L1 of them run, and may need a restart.").arg(running));
    m_review->setHeadline(summary());
    m_primary->setVisible(failed + left > 0);
    m_primary->setEnabled(true);
    m_primary->setText(left == 0 ? tr("Retry %L1 failed…").arg(failed)
                                 : tr("Go on with %L1…").arg(failed + left));
}

int RepointDialog::failedCount() const
{
    return m_model->count(RepointRun::Step::Failed) + m_model->count(RepointRun::Step::Unknown);
}

QString RepointDialog::summary() const
{
    QStringList parts;
    const auto add = [this, &parts](RepointRun::Step step, const QString &text) {
        if (const int count = m_model->count(step); count > 0)
            parts.append(text.arg(count));
    };
    add(RepointRun::Step::Done, tr("%L1 re-pointed"));
    add(RepointRun::Step::Failed, tr("%L1 failed"));
    add(RepointRun::Step::Unknown, tr("%L1 not known"));
    add(RepointRun::Step::NotStarted, tr("%L1 not started"));
    return parts.join(u", "_s) + u'.';
}

void RepointDialog::goOn()
{
    switch (m_stage) {
    case Stage::Choosing:
        m_model->beginReview();
        m_review->begin(RepointReview::Rows::Left);
        setStage(Stage::Reviewing);
        break;
    case Stage::Reviewing: start(); break;
    case Stage::Ended:
        m_model->beginRetry();
        m_review->begin(RepointReview::Rows::Left);
        setStage(Stage::Reviewing);
        break;
    case Stage::Running: break;
    }
}

void RepointDialog::goBack()
{
    m_model->endReview();
    setStage(Stage::Choosing);
}

void RepointDialog::start()
{
    const QList<RepointRun::Item> items = m_model->left();
    if (items.isEmpty() || m_model->isReading())
        return;
    delete m_run;
    m_run = new RepointRun(m_fleet, m_model->repointing(), items, this);
    m_total = int(items.size());
    m_done = 0;
    connect(m_run, &RepointRun::stepChanged, this, &RepointDialog::takeStep);
    connect(m_run, &RepointRun::finished, this, [this] { setStage(Stage::Ended); });
    m_review->begin(RepointReview::Rows::All);
    setStage(Stage::Running);
    m_run->start();
}

void RepointDialog::takeStep(const PipelineKey &key, RepointRun::Step step, const QString &text)
{
    m_model->setStep(key, step, text);
    if (step == RepointRun::Step::Reading)
        m_review->scrollTo(key);
    const bool isOver = step != RepointRun::Step::Waiting && step != RepointRun::Step::Reading &&
                        step != RepointRun::Step::Saving;
    if (!isOver)
        return;
    ++m_done;
    refresh();
}

void RepointDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(m_model->report());
}

void RepointDialog::reject()
{
    if (m_stage != Stage::Running) {
        QDialog::reject();
        return;
    }
    m_run->stop();
    refresh();
}

} // namespace Sluice
