// SPDX-License-Identifier: Apache-2.0
#include "ui/references/repointdialog.h"

#include "models/references/referencesuggestions.h"
#include "models/references/repoint/repointmodel.h"
#include "ui/references/deliberatebutton.h"
#include "ui/references/repointchoice.h"
#include "ui/references/repointreview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/busyline.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize repointSize{1200, 700};
constexpr int callsEach = 2; // a reading and a save

QString calls(int pipelines)
{
    return RepointDialog::tr("%Ln call(s) to the server", nullptr, pipelines * callsEach);
}

} // namespace

RepointDialog::RepointDialog(Fleet *fleet, const ReferenceMonitor *monitor,
                             const QList<SecretReference> &from, const QString &accountInView,
                             const QSet<PipelineKey> &pipelines, QWidget *parent)
    : Dialog(u"repointDialog"_s,
             from.size() == 1 ? tr("Re-point reference") : tr("Re-point references"),
             within(parent, repointSize), parent)
    , m_fleet(fleet)
    , m_model(new RepointModel(fleet, monitor, {from.begin(), from.end()}, accountInView, pipelines,
                               this))
    , m_pages(new QStackedWidget(this))
    , m_choice(new RepointChoice(
          m_model, {fleet, monitor, [accountInView] { return accountInView; }}, m_pages))
    , m_review(new RepointReview(m_model, m_pages))
    , m_busy(new BusyLine(this))
    , m_words(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_words->setObjectName(u"repointWords"_s);
    m_pages->addWidget(m_choice);
    m_pages->addWidget(m_review);
    QVBoxLayout *layout = makeColumn();
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
    m_report = addButton(tr("Copy &report"), u"copyRepointReport"_s);
    m_report->setIcon(icon("copy"));
    m_report->setToolTip(tr("The table as text, with results in full"));
    m_back = addButton(tr("&Back"), u"repointBack"_s);
    m_close = addButton({}, u"repointClose"_s);
    m_next = addButton({}, u"repointNext"_s);
    m_next->setProperty("primary", true);
    m_go = new DeliberateButton(this);
    m_go->setObjectName(u"repointGo"_s);
    m_go->setAutoDefault(false);
    m_go->setProperty("primary", true);
    QBoxLayout *layout = makeLine();
    layout->addWidget(m_report);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_back);
    layout->addWidget(m_close);
    layout->addWidget(m_next);
    layout->addWidget(m_go);
    connect(m_report, &QPushButton::clicked, this, &RepointDialog::copyReport);
    connect(m_back, &QPushButton::clicked, this, &RepointDialog::goBack);
    connect(m_close, &QPushButton::clicked, this, &RepointDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &RepointDialog::goOn);
    connect(m_go, &QPushButton::clicked, this, &RepointDialog::start);
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
    showPrimary();
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

// The place of the button stays during a run: a second click must not hit the button beside it.
void RepointDialog::showPrimary()
{
    QSizePolicy policy = m_go->sizePolicy();
    policy.setRetainSizeWhenHidden(m_stage == Stage::Running);
    m_go->setSizePolicy(policy);
    m_go->setVisible(m_stage == Stage::Reviewing);
    m_next->setVisible(m_stage == Stage::Choosing || m_stage == Stage::Ended);
    // Enter in a field goes on to the review. What saves wants its button.
    m_next->setDefault(m_stage == Stage::Choosing);
}

void RepointDialog::updateChoosing()
{
    const int count = m_model->tickedCount();
    const QString obstacle = m_choice->obstacle();
    m_next->setText(tr("Review %Ln change(s)…", nullptr, count));
    m_next->setEnabled(obstacle.isEmpty());
    m_close->setText(tr("&Cancel"));
    if (!obstacle.isEmpty())
        m_words->setText(obstacle);
    else
        m_words->setText(tr("%Ln pipeline(s) to review", nullptr, count) + u", "_s + calls(count));
}

void RepointDialog::updateReviewing()
{
    const int count = int(m_model->left().size());
    m_go->setText(tr("Re-point %Ln pipeline(s)", nullptr, count));
    m_go->setReady(!m_model->isReading() && count > 0);
    m_close->setText(tr("&Cancel"));
    if (m_model->isReading()) {
        m_review->setHeadline(tr("Reading what the server has now…"));
        m_words->setText({});
        return;
    }
    m_review->setHeadline(tr("%Ln pipeline(s) change", nullptr, count));
    m_words->setText(count == 0
                         ? tr("Nothing is left to change.")
                         : tr("One after the other, each read again right before its save: %1.")
                               .arg(calls(count)));
}

void RepointDialog::updateRunning()
{
    const bool isStopping = m_run->isStopping();
    m_close->setText(tr("&Stop"));
    m_close->setEnabled(!isStopping);
    m_words->setText(isStopping ? tr("Stopping; waiting for the answer to what was sent.")
                                : QString());
    m_review->setHeadline(
        tr("Re-pointing %L1 of %L2…").arg(qMin(m_done + 1, m_total)).arg(m_total));
}

void RepointDialog::updateEnded()
{
    const int failed = failedCount();
    const int left = m_model->count(ItemState::NotSent);
    m_close->setText(tr("&Close"));
    const int running = m_model->movedWhileRunning();
    m_words->setText(
        running == 0 ? QString() : tr("%Ln are running and may need a restart.", nullptr, running));
    m_review->setHeadline(summary());
    m_next->setVisible(failed + left > 0);
    m_next->setEnabled(true);
    m_next->setText(left == 0 ? tr("Retry %Ln failed…", nullptr, failed)
                              : tr("Go on with %Ln…", nullptr, failed + left));
}

int RepointDialog::failedCount() const
{
    return m_model->count(ItemState::Failed) + m_model->unknownCount();
}

QString RepointDialog::summary() const
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(count));
    };
    const int moved = m_model->movedCount();
    add(moved, tr("%L1 re-pointed"));
    add(m_model->count(ItemState::Done) - moved, tr("%L1 with nothing to change any more"));
    add(m_model->count(ItemState::Failed), tr("%L1 failed"));
    add(m_model->unknownCount(), tr("%L1 not known"));
    add(m_model->count(ItemState::NotSent), tr("%L1 not started"));
    return parts.join(u", "_s) + u'.';
}

void RepointDialog::goOn()
{
    if (m_stage == Stage::Choosing)
        m_model->beginReview();
    else
        m_model->beginRetry();
    m_review->begin(RepointReview::Rows::Left);
    setStage(Stage::Reviewing);
}

void RepointDialog::goBack()
{
    if (!m_run) {
        m_model->endReview();
        setStage(Stage::Choosing);
        return;
    }
    m_model->endRetry(); // to the results of the run
    m_review->begin(RepointReview::Rows::All);
    setStage(Stage::Ended);
}

void RepointDialog::start()
{
    const QList<RepointRun::Item> items = m_model->left();
    if (m_stage != Stage::Reviewing || items.isEmpty() || m_model->isReading())
        return;
    delete m_run;
    m_run = new RepointRun(m_fleet, m_model->repointing(), items, this);
    m_total = int(items.size());
    m_done = 0;
    connect(m_run, &RepointRun::reported, this, &RepointDialog::onReport);
    connect(m_run, &RepointRun::finished, this, [this] { setStage(Stage::Ended); });
    m_review->begin(RepointReview::Rows::All);
    setStage(Stage::Running);
    m_run->start();
}

void RepointDialog::onReport(const QList<PipelineKey> &keys, const ItemReport &report)
{
    m_model->setReport(keys, report);
    if (report.state == ItemState::Reading)
        m_review->scrollTo(keys.first());
    if (!isOver(report.state))
        return;
    m_done += int(keys.size());
    refresh();
}

void RepointDialog::copyReport()
{
    copyToClipboard(m_model->report());
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
