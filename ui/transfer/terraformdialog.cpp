// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/terraformdialog.h"

#include "models/definition/definition.h"
#include "models/exchange/files/wholefile.h"
#include "ui/shared/messagebox.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/transfer/sentencedelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/readonlytext.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize terraformSize{880, 640};

} // namespace

TerraformDialog::TerraformDialog(const QList<TerraformPipeline> &pipelines,
                                 const PathChooser &paths, QWidget *parent)
    : Dialog(u"terraformDialog"_s, tr("Export as Terraform"), terraformSize, parent)
    , m_pipelines(pipelines)
    , m_paths(paths)
    , m_text(new ReadOnlyText(u"terraformText"_s, tr("Terraform configuration"), this))
    , m_withProvider(new QCheckBox(tr("With the &provider's own blocks"), this))
{
    m_text->setCode();
    m_withProvider->setObjectName(u"withProvider"_s);
    m_withProvider->setChecked(true);
    m_withProvider->setToolTip(tr("For a folder that has none yet"));
    QSplitter *parts = makeParts(Qt::Vertical, {m_text});
    if (QWidget *gaps = makeGaps())
        parts->addWidget(gaps);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 1);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(parts, 1);
    layout->addLayout(makeButtons());
    connect(m_withProvider, &QCheckBox::toggled, this, &TerraformDialog::showText);
    showText();
}

QWidget *TerraformDialog::makeGaps()
{
    const QList<TerraformGap> gaps = terraformText(m_pipelines).gaps;
    if (gaps.isEmpty())
        return nullptr;
    auto *page = new QWidget(this);
    auto *list = new QListWidget(page);
    list->setObjectName(u"terraformGaps"_s);
    list->setAccessibleName(tr("What the provider cannot hold"));
    list->setWordWrap(true);
    list->setItemDelegate(new SentenceDelegate(list));
    list->setResizeMode(QListView::Adjust); // else rows keep the height of another width
    for (const TerraformGap &gap : gaps) {
        const QString name = Definition::name(m_pipelines.at(gap.pipeline).definition);
        list->addItem(u"%1: %2. %3"_s.arg(name, gap.path, gap.reason));
    }
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(new TextLabel(tr("What the provider cannot hold"), TextLabel::Role::Section,
                                    TextLabel::Ink::Text, page));
    layout->addWidget(list, 1);
    return page;
}

QLayout *TerraformDialog::makeButtons()
{
    QPushButton *copy = addButton(tr("&Copy"), u"copyTerraform"_s);
    copy->setIcon(icon("copy"));
    QPushButton *saveIt = addButton(tr("&Save…"), u"saveTerraform"_s);
    saveIt->setProperty("primary", true);
    QPushButton *close = addButton(tr("Close"), u"closeTerraform"_s);
    QBoxLayout *layout = makeLine();
    layout->addWidget(m_withProvider);
    layout->addStretch(1);
    layout->addWidget(close);
    layout->addWidget(copy);
    layout->addWidget(saveIt);
    connect(copy, &QPushButton::clicked, this,
            [this, copy] { copyToClipboard(m_text->toPlainText(), copy); });
    connect(saveIt, &QPushButton::clicked, this, &TerraformDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return layout;
}

void TerraformDialog::showText()
{
    TerraformOptions options;
    options.withProvider = m_withProvider->isChecked();
    m_text->setPlainText(terraformText(m_pipelines, options).text);
}

void TerraformDialog::save()
{
    m_paths.saveFile(this, tr("Save the configuration"), u"pipelines.tf"_s,
                     [this](const QStringList &paths) {
                         if (!paths.isEmpty())
                             write(paths.first());
                     });
}

void TerraformDialog::write(const QString &path)
{
    const QString problem = writeWhole(path, m_text->toPlainText().toUtf8());
    if (!problem.isEmpty()) {
        showMessage(this, tr("The configuration was not saved."), problem);
        return;
    }
    accept();
    if (QWidget *window = parentWidget())
        sayDone(tr("Saved to %1").arg(QFileInfo(path).fileName()),
                window->focusWidget() ? window->focusWidget() : window);
}

} // namespace Sluice
